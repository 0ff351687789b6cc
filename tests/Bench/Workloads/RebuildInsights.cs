using System.Diagnostics;
using System.Globalization;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>12: Insights makes a street's read models again from stored facts; the limit is a COPY of these facts into a table like theirs.</summary>
internal static class RebuildInsights
{
    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        var wanted = stage.IsQuick ? 20_000 : 1_000_000;
        await Multiply(stage, wanted);
        var facts = await stage.Scalar<long>("insights", $"SELECT count(*) FROM facts WHERE tenant_id = '{stage.Tenant}'");
        var file = await Out(stage);
        var whose = stage.CpuOf("insights", "postgres");
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(30) };
        var sides = await Contest.Run(stage.Pace with { WarmUp = TimeSpan.Zero, Rounds = 3 },
        [
            new Contestant("platform", async (_, stop) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{stage.Service("insights")}/api/v1/insights/rebuild");
                request.Headers.Authorization = await stage.TokenOf(Zhangmiao.Phone(11));
                return await Timed(facts, whose, async () =>
                {
                    using var answer = await http.SendAsync(request, stop);
                    return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}";
                });
            }),
            new Contestant("COPY", async (_, _) =>
            {
                await stage.Execute("insights", "DROP TABLE IF EXISTS bench.facts");
                await stage.MakeTable("insights", "facts (LIKE facts INCLUDING ALL)");
                return await Timed(facts, stage.CpuOf("postgres"), async () => { await stage.Execute("insights", $"COPY bench.facts FROM '{file}'"); return null; });
            }),
        ], ct);
        await stage.Execute("insights", "DROP TABLE bench.facts");
        File.Delete(file);
        return [new Row(12, string.Create(CultureInfo.InvariantCulture, $"rebuild of Insights from {facts:N0} facts"), sides, [new Claim("of COPY", sides[0].PerSecond / sides[1].PerSecond, 0.2)])];
    }

    private static async Task<Sample> Timed(long facts, IReadOnlyList<Cpu> whose, Func<Task<string?>> work)
    {
        var (meter, began) = (new Meter(whose), Stopwatch.GetTimestamp());
        var wrong = await work();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Sample(facts, seconds, double.NaN, double.NaN, meter.For(facts), wrong);
    }

    // The demonstration's own issues again and again, each time as other issues.
    private static async Task Multiply(Stage stage, int wanted)
    {
        var mine = $"tenant_id = '{stage.Tenant}' AND type LIKE 'Platform.Contracts.Issues.%'";
        var there = await stage.Scalar<long>("insights", $"SELECT count(*) FROM facts WHERE tenant_id = '{stage.Tenant}'");
        var templates = await stage.Scalar<long>("insights", $"SELECT count(*) FROM facts WHERE {mine} AND NOT (body ? 'bench')");
        if (there >= wanted) return;
        await stage.Execute("insights", $"""
            INSERT INTO facts (event_id, tenant_id, type, at, actor_id, subject_id, version, receipt_number, body)
            SELECT md5(event_id::text || again)::uuid, tenant_id, type, at, actor_id, md5(subject_id::text || again)::uuid, version, receipt_number || '-' || again,
                replace(replace(body::text, event_id::text, md5(event_id::text || again)::uuid::text), subject_id::text, md5(subject_id::text || again)::uuid::text)::jsonb || jsonb_build_object('bench', true)
            FROM (SELECT *, '{Guid.CreateVersion7()}-' || n AS again FROM facts, generate_series(1, {(wanted - there) / templates + 1}) n WHERE {mine} AND NOT (body ? 'bench')) more
            """);
        await stage.Execute("insights", "VACUUM ANALYZE facts");
    }

    // Where PostgreSQL itself may write.
    private static async Task<string> Out(Stage stage)
    {
        var file = $"{await stage.Scalar<string>("insights", "SHOW data_directory")}/bench-facts.copy";
        await stage.Execute("insights", $"COPY (SELECT * FROM facts WHERE tenant_id = '{stage.Tenant}') TO '{file}'");
        return file;
    }
}
