using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Kernel.Events;

/// <summary>
/// Each minute: parked facts are delivered once more, for arrivals that crossed with them (to us alone; what the relay had set aside, to
/// whoever listens, since nobody has heard it), and what is past its time is pruned: inbox rows
/// after 30 days, idempotent answers after 24 hours, facts that waited 30 days in vain. Harmless when several replicas do it at once.
/// </summary>
public sealed class Housekeeping(JobsDatabase jobs, ServiceName service, TimeProvider clock, OutboxSignal signal, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(30), AnswersKept = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try { await Run(stoppingToken); }
            catch (NpgsqlException e) { log.LogWarning("Housekeeping waits, the database is away: {Reason}", e.Message); }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; public so that a test need not wait a minute.</summary>
    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Execute("DELETE FROM inbox WHERE at < $1", now - InboxKept, ct);
        await Execute("DELETE FROM parked_facts WHERE at < $1", now - InboxKept, ct);
        await Execute("DELETE FROM idempotent_answers WHERE at < $1", now - AnswersKept, ct);
        await using var retry = jobs.Source.CreateCommand("""
            WITH early AS (DELETE FROM parked_facts RETURNING event_id, tenant_id, type, body, trace_parent, reaction)
            INSERT INTO outbox (id, tenant_id, type, body, trace_parent, queue)
            SELECT DISTINCT ON (event_id) event_id, tenant_id, type, body, trace_parent, CASE WHEN reaction <> 'outbox' THEN $1 END FROM early
            ON CONFLICT (id) DO NOTHING
            """);
        retry.Parameters.Add(new() { Value = service.Value });
        if (await retry.ExecuteNonQueryAsync(ct) > 0) signal.Set();
    }

    private async Task Execute(string sql, DateTimeOffset before, CancellationToken ct)
    {
        await using var command = jobs.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>The name of this process: its queue, its telemetry, its part of the addresses.</summary>
public sealed record ServiceName(string Value);
