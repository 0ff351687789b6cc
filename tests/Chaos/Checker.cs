using Npgsql;
using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>
/// Compares what was acknowledged with what is there, and what one service knows with what the others know. Asked when everything is at rest; an
/// empty answer means that nothing is lost and nothing happened twice.
/// </summary>
internal sealed class Checker(Ledger ledger, Func<string, Task<NpgsqlConnection>> open)
{
    /// <summary>Every sentence is something that is wrong.</summary>
    public async Task<IReadOnlyList<string>> Check()
    {
        var wrong = new List<string>();
        foreach (var part in (Func<Task<IEnumerable<string>>>[])[Promises, Resolutions, Others, Facts, Leftovers]) wrong.AddRange(await part());
        return wrong;
    }

    private async Task<IEnumerable<string>> Promises()
    {
        await using var issues = await open("issues");
        await using var meetings = await open("meetings");
        var acts = ledger.Acts.ToArray();
        return
        [
            .. await Missing(issues, "issue that was acknowledged", "SELECT x FROM unnest($1) x WHERE NOT EXISTS (SELECT FROM issues WHERE id = x)", ledger.Issues.Keys.ToArray()),
            .. await Missing(issues, "issue reported twice", "SELECT title FROM issues WHERE title = ANY($1) GROUP BY title HAVING count(*) > 1", ledger.Issues.Values.ToArray()),
            .. await Missing(issues, "acceptance or triage that is not there exactly once", """
                SELECT issue FROM unnest($1, $2) AS done (issue, act) WHERE (SELECT count(*) FROM issue_history WHERE issue_id = issue AND issue_history.act = done.act) <> 1
                """, acts.Select(x => x.Issue).ToArray(), acts.Select(x => x.Act).ToArray()),
            .. await Missing(meetings, "meeting that was acknowledged", "SELECT x FROM unnest($1) x WHERE NOT EXISTS (SELECT FROM meetings WHERE id = x)", ledger.Meetings.Keys.ToArray()),
            .. await Missing(meetings, "meeting planned twice", "SELECT place FROM meetings WHERE place = ANY($1) GROUP BY place HAVING count(*) > 1", ledger.Meetings.Values.ToArray()),
            .. await Missing(meetings, "vote without exactly three ballots", "SELECT x FROM unnest($1) x WHERE (SELECT count(*) FROM ballots WHERE vote_id = x) <> 3", ledger.Votes.ToArray()),
        ];
    }

    private async Task<IEnumerable<string>> Resolutions()
    {
        var ids = ledger.Resolutions.Select(x => x.Resolution).ToArray();
        var found = new List<string>();
        foreach (var (service, what, table, times) in new[]
        {
            ("meetings", "follow-ups of a resolution", "follow_ups", 3), ("issues", "actions of a resolution", "issue_actions", 3),
            ("volunteers", "activity of a resolution", "activities", 1), ("partners", "need of a resolution", "needs", 1),
        })
        {
            await using var there = await open(service);
            found.AddRange(await Missing(there, $"{what}, not exactly {times}", $"SELECT x FROM unnest($1) x WHERE (SELECT count(*) FROM {table} WHERE resolution_id = x) <> {times}", ids));
        }

        return found;
    }

    // What Issues has, Meetings and Insights have too: each in its own words.
    private async Task<IEnumerable<string>> Others()
    {
        await using var issues = await open("issues");
        await using var meetings = await open("meetings");
        await using var insights = await open("insights");
        var there = await Pairs(issues, "SELECT id, status FROM issues");
        var told = await Pairs(insights, "SELECT id, state FROM issue_records");
        var hard = await Pairs(issues, "SELECT DISTINCT issue_id, '' FROM triage_decisions WHERE issue_id = ANY($1)", ledger.Acts.Where(x => x.Act == "Triaged").Select(x => x.Issue).ToArray());
        var inbox = await Pairs(meetings, "SELECT id, '' FROM inbox_issues");
        return
        [
            .. Few("issue that Insights does not know", there.Keys.Except(told.Keys)),
            .. Few("issue that Insights alone knows", told.Keys.Except(there.Keys)),
            .. Few("issue whose state Insights has otherwise", there.Where(x => told.TryGetValue(x.Key, out var state) && state != x.Value).Select(x => $"{x.Key} {x.Value} {told[x.Key]}")),
            .. Few("triaged issue that no inbox knows", hard.Keys.Except(inbox.Keys)),
        ];
    }

    // Each kind of fact is kept as often as what it tells of happened.
    private async Task<IEnumerable<string>> Facts()
    {
        await using var insights = await open("insights");
        var found = new List<string>();
        foreach (var (service, kind, sql) in new[]
        {
            ("issues", "IssueSubmitted", "SELECT count(*) FROM issues"), ("issues", "IssueAccepted", "SELECT count(*) FROM issue_history WHERE act = 'Accepted'"),
            ("issues", "IssueTriaged", "SELECT count(*) FROM issue_history WHERE act = 'Triaged'"), ("meetings", "ResolutionAdopted", "SELECT count(*) FROM resolutions"),
        })
        {
            await using var there = await open(service);
            var (happened, kept) = (await Number(there, sql), await Number(insights, $"SELECT count(*) FROM facts WHERE type LIKE '%.{kind}'"));
            if (happened != kept) found.Add($"{kind}: happened {happened} times, kept {kept} times");
        }

        return found;
    }

    private async Task<IEnumerable<string>> Leftovers()
    {
        var found = new List<string>();
        foreach (var service in OwnPlatform.Services)
        {
            await using var there = await open(service);
            foreach (var table in (string[])["outbox", "parked_facts"])
                if (await Number(there, $"SELECT count(*) FROM {table}") is > 0 and var rows) found.Add($"{service}: {rows} rows wait in {table}");
        }

        return found;
    }

    private static async Task<long> Number(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Dictionary<Guid, string>> Pairs(NpgsqlConnection connection, string sql, params Array[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new Dictionary<Guid, string>();
        while (await reader.ReadAsync()) pairs[reader.GetGuid(0)] = reader.GetString(1);
        return pairs;
    }

    private static async Task<IEnumerable<string>> Missing(NpgsqlConnection connection, string what, string sql, params Array[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetValue(0).ToString()!);
        return Few(what, found);
    }

    private static IEnumerable<string> Few<T>(string what, IEnumerable<T> found) =>
        found.ToList() is { Count: > 0 } some ? [$"{some.Count} x {what}: {string.Join(", ", some.Take(3))}"] : [];
}
