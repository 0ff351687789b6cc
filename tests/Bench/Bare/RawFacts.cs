using System.Text;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Bench.Bare;

/// <summary>
/// Facts by hand: a row is committed and published with a confirmation to a quorum queue; whoever hears it commits a row with its body, then says so.
/// Both databases are those that the platform's facts go between.
/// </summary>
internal sealed class RawFacts : IAsyncDisposable
{
    private const string Queue = "bench-raw";
    private readonly NpgsqlDataSource _said, _heard;
    private readonly IConnection _connection;
    private readonly IChannel _publishing, _consuming;

    private RawFacts(NpgsqlDataSource said, NpgsqlDataSource heard, IConnection connection, IChannel publishing, IChannel consuming) =>
        (_said, _heard, _connection, _publishing, _consuming) = (said, heard, connection, publishing, consuming);

    public static async Task<RawFacts> Open(Stage stage, CancellationToken ct)
    {
        await stage.MakeTable("issues", "said (id uuid PRIMARY KEY, body text NOT NULL)");
        await stage.MakeTable("insights", "heard (id uuid PRIMARY KEY, body jsonb NOT NULL)");
        await stage.Execute("issues", "TRUNCATE bench.said");
        await stage.Execute("insights", "TRUNCATE bench.heard");
        var connection = await new ConnectionFactory { Uri = new Uri(stage.Platform.Run.RabbitMq!), ConsumerDispatchConcurrency = 16 }.CreateConnectionAsync(ct);
        var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        var consuming = await connection.CreateChannelAsync(cancellationToken: ct);
        await consuming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: ct);
        await consuming.BasicQosAsync(0, 64, global: false, ct);
        var facts = new RawFacts(stage.Source("issues"), stage.Source("insights"), connection, publishing, consuming);
        var consumer = new AsyncEventingBasicConsumer(consuming);
        consumer.ReceivedAsync += facts.Hear;
        await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer, ct);
        return facts;
    }

    /// <summary>Says one.</summary>
    public async Task Say(Guid id, string body, CancellationToken ct)
    {
        await using (var insert = _said.CreateCommand("INSERT INTO bench.said (id, body) VALUES ($1, $2)"))
        {
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = body });
            await insert.ExecuteNonQueryAsync(ct);
        }

        await _publishing.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true, MessageId = id.ToString() }, Encoding.UTF8.GetBytes(body), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _consuming.QueueDeleteAsync(Queue);
        await _consuming.DisposeAsync();
        await _publishing.DisposeAsync();
        await _connection.DisposeAsync();
        await _said.DisposeAsync();
        await _heard.DisposeAsync();
    }

    private async Task Hear(object sender, BasicDeliverEventArgs delivery)
    {
        await using (var insert = _heard.CreateCommand("INSERT INTO bench.heard (id, body) VALUES ($1, $2) ON CONFLICT DO NOTHING"))
        {
            insert.Parameters.Add(new() { Value = Guid.Parse(delivery.BasicProperties.MessageId!) });
            insert.Parameters.Add(new() { Value = Encoding.UTF8.GetString(delivery.Body.Span), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
            await insert.ExecuteNonQueryAsync();
        }

        await _consuming.BasicAckAsync(delivery.DeliveryTag, multiple: false);
    }
}
