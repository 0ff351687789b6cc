using Npgsql;

namespace Platform.Bench.Measuring;

/// <summary>
/// When rows were committed, by PostgreSQL's own record of it: from the commit of a change to the commit of its effect in another service is then
/// measured by one clock and by nobody who takes part.
/// </summary>
internal static class CommitTimes
{
    /// <summary>Of these rows, those that are there.</summary>
    /// <param name="table">The table, and which rows of it.</param>
    /// <param name="key">Its column that names the fact or the thing.</param>
    public static async Task<Dictionary<Guid, DateTime>> Of(Stage stage, string service, string table, string key)
    {
        await using var connection = await stage.Platform.Open(service);
        await using var command = new NpgsqlCommand($"SELECT {key}, pg_xact_commit_timestamp(xmin) FROM {table}", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<Guid, DateTime>();
        while (await reader.ReadAsync())
            if (!await reader.IsDBNullAsync(1)) found[reader.GetGuid(0)] = reader.GetDateTime(1);
        return found;
    }

    /// <summary>From the one to the other, in milliseconds; every one of the first must have its second.</summary>
    public static (List<double> Latencies, string? Wrong) Between(Dictionary<Guid, DateTime> said, Dictionary<Guid, DateTime> heard) =>
        ([.. said.Where(x => heard.ContainsKey(x.Key)).Select(x => (heard[x.Key] - x.Value).TotalMilliseconds)],
            said.Keys.Count(x => !heard.ContainsKey(x)) is > 0 and var lost ? $"{lost} of {said.Count} had no effect" : null);
}
