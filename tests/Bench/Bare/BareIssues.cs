using System.Text.Json.Serialization;
using Npgsql;

namespace Platform.Bench.Bare;

/// <summary>As many columns as the platform's list shows.</summary>
internal sealed record IssueRow(
    Guid Id, string ReceiptNumber, string Status, string Title, string Category, Guid AreaId, string AreaName, string? Scale, bool FastLane, string Channel,
    DateTime SubmittedAt, DateTime ChangedAt, Guid? HandlerId, bool AppealPending, long Merged, string? Asking, bool EverOverdue, string? Entry, DateOnly? Due, int Version);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<IssueRow>))]
[JsonSerializable(typeof(NewIssue))]
internal sealed partial class BareJson : JsonSerializerContext;

/// <summary>The same rows by one statement each, in one round trip, with nobody asked whose they are.</summary>
internal static class BareIssues
{
    private const string Columns = """
        i.id, i.receipt_number, i.status, i.title, i.category, i.area_id, a.name, i.scale, i.fast_lane, i.channel, i.submitted_at, i.changed_at, i.handler_id,
        i.appeal_pending, (SELECT count(*) FROM issues m WHERE m.tenant_id = i.tenant_id AND m.merged_into_id = i.id), i.asking_kind, i.ever_overdue, i.entry, i.clock_due, i.version
        FROM issues i JOIN areas a ON a.id = i.area_id WHERE i.tenant_id = $1
        """;

    public static Task<List<IssueRow>> List(NpgsqlDataSource database, Guid tenant, string status, string from, string until, Guid? after, CancellationToken ct) =>
        Read(database, $"SELECT {Columns} AND i.status = $2 AND i.area_path >= $3 AND i.area_path < $4 AND i.id < $5 ORDER BY i.id DESC LIMIT 21",
            [tenant, status, from, until, after ?? Guid.AllBitsSet], ct);

    public static Task<List<IssueRow>> Search(NpgsqlDataSource database, Guid tenant, string pairs, string words, CancellationToken ct) =>
        Read(database, $"""
            SELECT {Columns} AND bigrams(title || ' ' || text || ' ' || receipt_number || ' ' || coalesce(external_number, '')) @@ $2::tsquery
            AND (i.title ILIKE $3 OR i.text ILIKE $3 OR i.receipt_number ILIKE $3 OR i.external_number ILIKE $3) ORDER BY i.id DESC LIMIT 21
            """, [tenant, pairs, $"%{words}%"], ct);

    public static Task<List<IssueRow>> Ilike(NpgsqlDataSource database, Guid tenant, string words, CancellationToken ct) =>
        Read(database, $"SELECT {Columns} AND (i.title ILIKE $2 OR i.text ILIKE $2 OR i.receipt_number ILIKE $2 OR i.external_number ILIKE $2) ORDER BY i.id DESC LIMIT 21",
            [tenant, $"%{words}%"], ct);

    private static async Task<List<IssueRow>> Read(NpgsqlDataSource database, string sql, object[] values, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<IssueRow>(21);
        while (await reader.ReadAsync(ct))
            rows.Add(new IssueRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetGuid(5), reader.GetString(6),
                Or(reader, 7), reader.GetBoolean(8), reader.GetString(9), reader.GetDateTime(10), reader.GetDateTime(11),
                reader.IsDBNull(12) ? null : reader.GetGuid(12), reader.GetBoolean(13), reader.GetInt64(14), Or(reader, 15), reader.GetBoolean(16),
                Or(reader, 17), reader.IsDBNull(18) ? null : reader.GetFieldValue<DateOnly>(18), reader.GetInt32(19)));
        return rows;

        static string? Or(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
