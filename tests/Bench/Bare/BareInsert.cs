using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Bench.Bare;

/// <summary>What is asked of the bare side: the same words as of the platform.</summary>
internal sealed record NewIssue(string Title, string Text, string Category, Guid AreaId);

/// <summary>The same rows in the same tables with the same indexes, in one transaction and one round trip.</summary>
internal static class BareInsert
{
    // A street of its own for each of two, as the platform's two streets have each its counter of receipts.
    private static readonly Guid[] Streets = [Guid.Parse("01900000-00fe-7000-8000-000000000001"), Guid.Parse("01900000-00fe-7000-8000-000000000002")];
    private static readonly byte[] Answer = new byte[90];
    private static long _number;

    public static async Task Issue(NpgsqlDataSource database, NewIssue asked, CancellationToken ct)
    {
        var (id, now, author, number) = (Guid.CreateVersion7(), DateTime.UtcNow, Guid.CreateVersion7(), Interlocked.Increment(ref _number));
        var (street, path) = (Streets[number % 2], "310113008/310113008005/310113008005-g1/310113008005-12/");
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"category":"{{asked.Category}}","areaId":"{{asked.AreaId}}","areaPath":"{{path}}","channel":"Web","scale":null,"eventId":"{{id}}","tenantId":"{{street}}","at":"{{now:O}}","actorId":"{{author}}","subjectId":"{{id}}","version":1,"receiptNumber":"310113008-2026-000001"}""");
        await using var batch = database.CreateBatch();
        Add(batch, "INSERT INTO receipt_counters (tenant_id, year, last) VALUES ($1, 2026, 1) ON CONFLICT (tenant_id, year) DO UPDATE SET last = receipt_counters.last + 1", street);
        Add(batch, """
            INSERT INTO issues (id, receipt_number, title, text, category, area_id, area_path, channel, author_id, hide_name, submitted_at, status, changed_at, lines, fast_lane,
            appealed, appeal_pending, reopened, tenant_id, version, clock_amber_at, clock_days, clock_due, clock_due_at, clock_extended, clock_kind, clock_started_at, clock_turns, due_at)
            SELECT $1, '310113008-2026-' || lpad(last::text, 6, '0'), $2, $3, $4, $5, $6, 'Web', $7, false, $8, 'Submitted', $8, 1, false, false, false, 0, $9, 1,
            $8, 1, $8, $8, 0, 'Acceptance', $8, '{}', $8 + interval '10 days' FROM receipt_counters WHERE tenant_id = $9 AND year = 2026
            """, id, asked.Title, asked.Text, asked.Category, asked.AreaId, path, author, now, street);
        Add(batch, """INSERT INTO issue_history (id, issue_id, "order", at, by_id, act, "from", "to", tenant_id) VALUES ($1, $2, 1, $3, $4, 'Submitted', 'Submitted', 'Submitted', $5)""",
            Guid.CreateVersion7(), id, now, author, street);
        Add(batch, "INSERT INTO audit_log (id, tenant_id, at, actor_id, act, subject, subject_id) VALUES ($1, $2, $3, $4, 'POST /api/v1/issues', 'Issue', $5)",
            Guid.CreateVersion7(), street, now, author, id);
        // It is taken away again at once, as the relay takes the platform's.
        Add(batch, "INSERT INTO outbox (id, tenant_id, type, body, trace_parent) VALUES ($1, $2, 'Platform.Contracts.Issues.V1.IssueSubmitted', $3, '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00')", id, street, body);
        Add(batch, "DELETE FROM outbox WHERE id = $1", id);
        Add(batch, """
            INSERT INTO idempotent_answers (tenant_id, actor_id, key, request_hash, at, status, content_type, location, e_tag, body)
            VALUES ($1, $2, $3, $4, $5, 201, 'application/json; charset=utf-8', $6, '"1"', $7)
            """, street, author, id.ToString(), new string('a', 64), now, $"/api/v1/issues/{id}", Answer);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The race's limit: one statement decides.</summary>
    public static async Task<bool> TakePlace(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("UPDATE bench.places SET taken = taken + 1 WHERE taken < capacity");
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The ballots' limit: one row.</summary>
    public static async Task Ballot(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("INSERT INTO bench.ballots (id, vote_id, voter_id, choice, at) VALUES ($1, $2, $3, 'For', $4)");
        foreach (var value in (object[])[Guid.CreateVersion7(), Streets[0], Guid.CreateVersion7(), DateTime.UtcNow]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is DateTime at ? new NpgsqlParameter { Value = at, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
