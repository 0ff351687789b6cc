using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Kernel.Events;

/// <summary>
/// Carries said facts to the broker, at least once: published, confirmed, then deleted, in one transaction that holds the rows. SKIP LOCKED
/// lets every replica run it. Works across tenants under the jobs account, which sees the queues' tables only.
/// </summary>
internal sealed class OutboxRelay(JobsDatabase jobs, RelayBus line, OutboxSignal signal, RelayState state, ILogger<OutboxRelay> log) : BackgroundService
{
    private const int BatchSize = 100;
    private const string SetAside = """
        INSERT INTO parked_facts (event_id, reaction, tenant_id, waits_for, type, body, trace_parent, at)
        SELECT id, 'outbox', tenant_id, id, type, body, trace_parent, now() FROM outbox WHERE id = ANY($1) ON CONFLICT DO NOTHING
        """;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1), ConfirmWithin = TimeSpan.FromSeconds(4);
    private static readonly ActivitySource Source = new("Platform.Outbox");
    private static readonly Meter Meter = new("Platform.Outbox");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("outbox.sent", "{fact}", "Facts that the broker confirmed");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendBatch(stoppingToken) == BatchSize) { }
                state.Waits = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                state.Waits = e is not NpgsqlException;
                if (state.Waits) line.Drop();
                log.LogWarning("The outbox waits, the broker or the database is away: {Reason}", e.Message);
            }

            await signal.Wait(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> SendBatch(CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await using var connection = await jobs.Source.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var rows = await Claim(connection, stopping);
        if (rows.Count == 0) return 0;

        limit.CancelAfter(ConfirmWithin);
        var facts = rows.Select(row => (Row: row, Fact: Read(row))).ToList();
        var bus = await line.Started(limit.Token);
        // MassTransit's setting up of an exchange waits for whoever began it, however long, where a connection ends in the middle; then the rows would be held for ever.
        await Task.WhenAll(facts.Where(x => x.Fact is not null).Select(x => Send(bus, x.Row, x.Fact!, limit.Token))).WaitAsync(limit.Token);

        await using (var settle = new NpgsqlBatch(connection) { BatchCommands = { About(SetAside, facts.Where(x => x.Fact is null)), About("DELETE FROM outbox WHERE id = ANY($1)", facts) } })
            await settle.ExecuteNonQueryAsync(stopping);
        await transaction.CommitAsync(stopping);
        Sent.Add(rows.Count);
        return rows.Count;
    }

    private static NpgsqlBatchCommand About(string sql, IEnumerable<(Row Row, object? Fact)> rows) =>
        new(sql) { Parameters = { new() { Value = rows.Select(x => x.Row.Id).ToArray() } } };

    // A row that this release cannot read must not hold up the others. It is set aside, and tried again each minute: see Housekeeping.
    private object? Read(Row row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.Body, Wire.TypeOf(row.Type), Wire.Json);
        }
        catch (Exception e) when (e is JsonException or TypeLoadException)
        {
            log.LogError("Outbox row {Id} of type {Type} cannot be read and is set aside", row.Id, row.Type);
            return null;
        }
    }

    private static async Task<List<Row>> Claim(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT id, type, body, queue, trace_parent FROM outbox ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new Row(reader.GetGuid(0), reader.GetString(1), reader.GetString(2),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3), await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4)));
        return rows;
    }

    private static async Task Send(IBus bus, Row row, object fact, CancellationToken ct)
    {
        var type = fact.GetType();
        using var activity = Source.StartActivity("outbox relay", ActivityKind.Producer, row.TraceParent);
        var pipe = Pipe.Execute<SendContext>(context => context.MessageId = row.Id);
        if (row.Queue is null)
            await bus.Publish(fact, type, pipe, ct);
        else
            await (await bus.GetSendEndpoint(new Uri($"exchange:{row.Queue}"))).Send(fact, type, pipe, ct);
    }

    private sealed record Row(Guid Id, string Type, string Body, string? Queue, string? TraceParent);
}
