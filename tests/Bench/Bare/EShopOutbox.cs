using System.Text;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Bench.Bare;

/// <summary>
/// The outbox of dotnet/eShop, rebuilt from its description: whoever committed a log entry publishes it afterwards, one entry at a time: marks it as in
/// progress, publishes on a channel of its own, without a confirmation, marks it as published. One consumer hears one after the other; it remembers nothing,
/// so that a second delivery would have a second effect. Plain SQL here where it has an object mapper, so this is faster than it.
/// </summary>
internal sealed class EShopOutbox(Stage stage) : IAsyncDisposable
{
    private const string Exchange = "bench-eshop", Queue = "bench-eshop";
    private const int Publishers = 8;
    private readonly NpgsqlDataSource _log = stage.Source("issues"), _effects = stage.Source("insights");
    private IConnection? _connection;
    private IChannel? _consuming;

    public async Task Open(CancellationToken ct)
    {
        await stage.MakeTable("issues", """
            event_log (event_id uuid PRIMARY KEY, event_type_name text NOT NULL, state int NOT NULL, times_sent int NOT NULL, creation_time timestamptz NOT NULL,
            content text NOT NULL, transaction_id uuid NOT NULL)
            """);
        await stage.MakeTable("insights", "effects (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, body jsonb NOT NULL)");
        _connection = await new ConnectionFactory { Uri = new Uri(stage.Platform.Run.RabbitMq!) }.CreateConnectionAsync(ct);
        _consuming = await _connection.CreateChannelAsync(cancellationToken: ct);
        await _consuming!.ExchangeDeclareAsync(Exchange, "direct", cancellationToken: ct);
        await _consuming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: ct);
        await _consuming.QueueBindAsync(Queue, Exchange, "IssueSubmitted", cancellationToken: ct);
        var consumer = new AsyncEventingBasicConsumer(_consuming);
        consumer.ReceivedAsync += Hear;
        await _consuming.BasicConsumeAsync(Queue, autoAck: false, consumer, ct);
    }

    /// <summary>Log entries that are committed, and nobody published yet; then all of them are.</summary>
    public async Task Publish(IReadOnlyList<(Guid Id, string Body)> facts, CancellationToken ct)
    {
        await stage.Execute("issues", "TRUNCATE bench.event_log");
        await stage.Execute("insights", "TRUNCATE bench.effects");
        await using (var connection = await _log.OpenConnectionAsync(ct))
        await using (var copy = await connection.BeginBinaryImportAsync("COPY bench.event_log FROM STDIN (FORMAT BINARY)", ct))
        {
            foreach (var (id, body) in facts) await copy.WriteRowAsync(ct, id, "IssueSubmitted", 0, 0, DateTime.UtcNow, body, id);
            await copy.CompleteAsync(ct);
        }

        await Parallel.ForEachAsync(facts, new ParallelOptions { MaxDegreeOfParallelism = Publishers, CancellationToken = ct }, async (fact, stop) =>
        {
            var content = await Scalar("SELECT content FROM bench.event_log WHERE transaction_id = $1 AND event_id = $1 AND state = 0", fact.Id, stop);
            await Scalar("UPDATE bench.event_log SET state = 1, times_sent = times_sent + 1 WHERE event_id = $1", fact.Id, stop);
            await using (var channel = await _connection!.CreateChannelAsync(cancellationToken: stop))
                await channel.BasicPublishAsync(Exchange, "IssueSubmitted", mandatory: true, new BasicProperties { Persistent = true, MessageId = fact.Id.ToString() }, Encoding.UTF8.GetBytes((string)content!), stop);
            await Scalar("UPDATE bench.event_log SET state = 2 WHERE event_id = $1", fact.Id, stop);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _consuming!.QueueDeleteAsync(Queue);
        await _consuming!.ExchangeDeleteAsync(Exchange);
        await _connection!.DisposeAsync();
        await _log.DisposeAsync();
        await _effects.DisposeAsync();
    }

    private async Task<object?> Scalar(string sql, Guid id, CancellationToken ct)
    {
        await using var command = _log.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(ct);
    }

    private async Task Hear(object sender, BasicDeliverEventArgs delivery)
    {
        await using (var insert = _effects.CreateCommand("INSERT INTO bench.effects (event_id, body) VALUES ($1, $2)"))
        {
            insert.Parameters.Add(new() { Value = Guid.Parse(delivery.BasicProperties.MessageId!) });
            insert.Parameters.Add(new() { Value = Encoding.UTF8.GetString(delivery.Body.Span), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
            await insert.ExecuteNonQueryAsync();
        }

        await _consuming!.BasicAckAsync(delivery.DeliveryTag, multiple: false);
    }
}
