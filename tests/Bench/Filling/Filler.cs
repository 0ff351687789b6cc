using System.Globalization;
using Npgsql;

namespace Platform.Bench.Filling;

/// <summary>
/// Writes issues as a street of three years would have them: ordered by time, spread over buildings, states and categories, in words of which some are
/// frequent (漏水, one in sixteen) and one is rare (白蚁, one in two thousand). Indexes come afterwards, which is many times faster.
/// </summary>
internal static class Filler
{
    public const string Frequent = "漏水", Rare = "白蚁";

    private const string Streets = """
        INSERT INTO streets (id, code, name, division_code, time_zone, version)
        SELECT ('01900000-00ff-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, '测试街道' || n, '310113' || lpad((n + 500)::text, 3, '0'), 'Asia/Shanghai', 1
        FROM generate_series(1, @streets - 1) n ON CONFLICT DO NOTHING;
        INSERT INTO areas (id, tenant_id, code, name, level, path, households, version)
        SELECT ('01900000-00ff-7000-8001-' || lpad(n::text, 12, '0'))::uuid, ('01900000-00ff-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'b' || n, n || '号楼', 'Building',
        's' || n || '/b' || n || '/', 60, 1 FROM generate_series(1, @streets - 1) n ON CONFLICT DO NOTHING
        """;

    // The measured street's every tenth (or all), the others' one after the other. The time is in the id, as in every UUIDv7.
    private const string Issues = """
        INSERT INTO issues (id, receipt_number, title, text, category, area_id, area_path, channel, author_id, hide_name, submitted_at, status, changed_at, lines, fast_lane,
            appealed, appeal_pending, reopened, tenant_id, version)
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid,
            'bench-2025-' || lpad(n::text, 8, '0'), title, title || '，已经有一段时间了，多位居民反映，希望居委会和物业尽快到现场查看并处理。', (ARRAY['environment', 'safety', 'parking', 'property'])[1 + m % 4],
            CASE WHEN ours THEN areas[1 + m % array_length(areas, 1)] ELSE ('01900000-00ff-7000-8001-' || lpad(other::text, 12, '0'))::uuid END,
            CASE WHEN ours THEN paths[1 + m % array_length(areas, 1)] ELSE 's' || other || '/b' || other || '/' END,
            (ARRAY['Web', 'Poster', 'Visit', 'Hotline'])[1 + m / 4 % 4], ('01900000-00fd-7000-8000-' || lpad((m % 5000)::text, 12, '0'))::uuid, false, at,
            (ARRAY['Submitted', 'Accepted', 'Triaged', 'Closed', 'Closed', 'Closed', 'Closed', 'Declined'])[1 + m / 16 % 8], at, 1, false, false, false, 0,
            CASE WHEN ours THEN @tenant ELSE ('01900000-00ff-7000-8000-' || lpad(other::text, 12, '0'))::uuid END, 1
        FROM (SELECT array_agg(id ORDER BY id) AS areas, array_agg(path ORDER BY id) AS paths FROM areas WHERE tenant_id = @tenant AND level = 'Building') places,
        (SELECT n, at, ours, m, other,
                (ARRAY['一号楼', '二号楼', '北门', '南门', '车棚', '花园', '活动室', '垃圾房', '东侧', '西侧', '地下室', '门厅'])[1 + m % 12]
                || (ARRAY['楼道', '电梯', '下水管', '路灯', '围墙', '健身器材', '停车位', '绿化带', '屋顶', '井盖', '单元门'])[1 + m / 12 % 11]
                || CASE WHEN m % 2000 = 7 THEN '有白蚁' ELSE
                   (ARRAY['漏水', '堆物', '损坏', '异味', '噪音', '积水', '松动', '占用', '堵塞', '不亮', '开裂', '生锈', '脱落', '无人管', '杂乱', '倾斜'])[1 + m / 132 % 16] END AS title
            FROM (SELECT n, @began + (n * @step) * interval '1 second' AS at, @streets = 1 OR n % 10 = 0 AS ours,
                    CASE WHEN @streets = 1 THEN n WHEN n % 10 = 0 THEN n / 10 ELSE n END AS m, 1 + n % greatest(1, @streets - 1) AS other
                FROM generate_series(@from, @until) n) numbers) issues
        """;

    public static async Task Fill(string postgres, string database, Size size, Guid tenant, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres)
        {
            Database = database, CommandTimeout = 0, Options = "-c synchronous_commit=off -c maintenance_work_mem=1GB -c max_parallel_maintenance_workers=2",
        }.ConnectionString);
        var indexes = await Strings(source, "SELECT indexdef FROM pg_indexes WHERE tablename = 'issues' AND indexname <> 'pk_issues'", ct);
        await Do(source, await Strings(source, "SELECT 'DROP INDEX ' || indexname FROM pg_indexes WHERE tablename = 'issues' AND indexname <> 'pk_issues'", ct), ct);
        // What was reported to the platform itself, by earlier workloads too, would lie before everything that is filled in: the newest of one street alone.
        await Do(source, ["TRUNCATE issues CASCADE"], ct);
        await Do(source, [Streets.Replace("@streets", size.Streets.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)], ct);
        await Do(source, ["ALTER TABLE issues SET (autovacuum_enabled = off)"], ct);
        const int part = 500_000;
        await Parallel.ForEachAsync(Enumerable.Range(0, (size.Issues + part - 1) / part), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, async (at, stop) =>
        {
            await using var command = source.CreateCommand(Issues);
            command.Parameters.AddWithValue("streets", size.Streets);
            command.Parameters.AddWithValue("tenant", tenant);
            command.Parameters.AddWithValue("began", DateTime.UtcNow.Date.AddYears(-3));
            command.Parameters.AddWithValue("step", 3 * 365.0 * 86_400 / size.Issues);
            command.Parameters.AddWithValue("from", (long)at * part + 1);
            command.Parameters.AddWithValue("until", Math.Min(size.Issues, (long)(at + 1) * part));
            await command.ExecuteNonQueryAsync(stop);
        });
        // The words' index takes longest, and no second process helps it: it is built beside the others.
        var words = indexes.Where(x => x.Contains("gin", StringComparison.Ordinal)).ToList();
        await Task.WhenAll(Do(source, words, ct), Do(source, indexes.Except(words), ct));
        // A checkpoint writes for minutes, beside whatever is measured then, unless it is asked for.
        await Do(source, ["ALTER TABLE issues RESET (autovacuum_enabled)", "VACUUM ANALYZE issues", "ANALYZE", "CHECKPOINT"], ct);
    }

    private static async Task Do(NpgsqlDataSource source, IEnumerable<string> statements, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<List<string>> Strings(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct)) found.Add(reader.GetString(0));
        return found;
    }
}
