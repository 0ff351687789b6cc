using Npgsql;
using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>A checker that cannot fail proves nothing: before anything is broken it is shown what it must find, in transactions that are rolled back.</summary>
internal static class Spoils
{
    private static readonly (string Service, string What, string Sql)[] All =
    [
        ("issues", "an acknowledged issue lost", "UPDATE issues SET id = gen_random_uuid() WHERE id = $1"),
        ("issues", "an issue reported twice", "UPDATE issues SET title = (SELECT title FROM issues WHERE id = $1) WHERE id = (SELECT id FROM issues WHERE id <> $1 LIMIT 1)"),
        ("issues", "a step done twice", "UPDATE issue_history SET act = 'Accepted' WHERE issue_id = $1 AND act = 'Submitted'"),
        ("meetings", "an inbox that heard nothing", "DELETE FROM inbox_issues"),
        ("volunteers", "an activity missing", "UPDATE activities SET resolution_id = NULL"),
        ("partners", "a need doubled", "UPDATE needs SET resolution_id = (SELECT resolution_id FROM needs WHERE resolution_id IS NOT NULL ORDER BY id DESC LIMIT 1)"),
        ("insights", "a fact that nobody kept", "DELETE FROM facts WHERE event_id = (SELECT event_id FROM facts WHERE type LIKE '%.IssueSubmitted' LIMIT 1)"),
        ("insights", "a state that differs", "UPDATE issue_records SET state = 'Voided'"),
    ];

    /// <summary>What the checker did not find; each is a reason to distrust it.</summary>
    public static async Task<IReadOnlyList<string>> Unseen(OwnPlatform stage, Ledger ledger)
    {
        var unseen = new List<string>();
        foreach (var (service, what, sql) in All)
        {
            var done = 0;
            var spoilt = new Checker(ledger, async name =>
            {
                var connection = await stage.Open(name);
                if (name == service) done += await Spoil(connection, sql, ledger);
                return connection;
            });
            var found = await spoilt.Check();
            if (done == 0 || found.Count == 0) unseen.Add($"{what} ({(done == 0 ? "there was nothing to spoil" : "not seen")})");
        }

        return unseen;
    }

    // Never committed: the connection is closed with its transaction open. Triggers and foreign keys are none of its business.
    private static async Task<int> Spoil(NpgsqlConnection connection, string sql, Ledger ledger)
    {
        await using (var begin = new NpgsqlCommand("BEGIN; SET LOCAL session_replication_role = replica", connection)) await begin.ExecuteNonQueryAsync();
        await using var spoil = new NpgsqlCommand(sql, connection);
        if (sql.Contains("$1", StringComparison.Ordinal)) spoil.Parameters.Add(new() { Value = ledger.Acts.First(x => x.Act == "Triaged").Issue });
        return await spoil.ExecuteNonQueryAsync();
    }
}
