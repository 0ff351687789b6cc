using System.Diagnostics;
using System.Text.Json;
using Platform.Bench.Bare;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Contracts.Issues.V1;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>4: from a commit to its effect in another service at a steady rate. 5: how many facts a second, when many wait.</summary>
internal static class FactsTravel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        await databases.Use(null, ct);
        await using var kept = await ServerSetting.KeepsCommitTimes(stage, ct);
        return [.. await Steady(stage, ct), await Waiting(stage, ct)];
    }

    // 300 a second are reports through the issue service's door, as they come; a second line at a rate that this machine has room for.
    private static async Task<List<Row>> Steady(Stage stage, CancellationToken ct)
    {
        await using var raw = await RawFacts.Open(stage, ct);
        var rows = new List<Row>();
        foreach (var rate in stage.IsQuick ? (int[])[300] : [300, 50])
        {
            var posts = await Submitting.Posts(stage);
            var pace = stage.Pace with { WarmUp = stage.Pace.Round };
            var sides = await Contest.Run(pace,
            [
                new Contestant("platform", async (time, stop) =>
                {
                    var began = DateTime.UtcNow;
                    var cpu = await At(rate, time, posts, stage, stop);
                    return await Timed(stage, time, cpu, $"issues WHERE submitted_at > '{began:O}'", "id", $"facts WHERE type LIKE '%.IssueSubmitted' AND at > '{began:O}'", "subject_id", stop);
                }),
                new Contestant("raw", async (time, stop) =>
                {
                    await stage.Execute("issues", "TRUNCATE bench.said");
                    await stage.Execute("insights", "TRUNCATE bench.heard");
                    await Paced.Run(rate, time, async _ => { var id = Guid.CreateVersion7(); await raw.Say(id, Body(stage, id), stop); }, stop);
                    return await Timed(stage, time, null, "bench.said", "id", "bench.heard", "id", stop);
                }),
            ], ct);
            rows.Add(new Row(4, $"commit to effect in Insights, {rate} reports a second", sides, rate < 300 ? [new Claim("p50, of raw's", sides[0].P50 / sides[1].P50, AtMost: true)] :
            [
                new Claim("p50, of raw's", sides[0].P50 / sides[1].P50, 3, AtMost: true), new Claim("p99, of raw's", sides[0].P99 / sides[1].P99, 5, AtMost: true),
                new Claim("p99", sides[0].P99, 20, AtMost: true, " ms"),
            ]));
        }

        return rows;
    }

    private static async Task<IReadOnlyDictionary<string, double>> At(int rate, TimeSpan time, Func<long, HttpRequestMessage> posts, Stage stage, CancellationToken ct)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        var meter = new Meter(stage.CpuOf("issues", "insights", "postgres", "rabbitmq"));
        var sent = await Paced.Run(rate, time, async number =>
        {
            using var request = posts(Interlocked.Increment(ref _number));
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"A report was answered with {(int)answer.StatusCode}.");
        }, ct);
        return meter.For(sent);
    }

    private static long _number;

    // Waits until all were heard of, for a while.
    private static async Task<Sample> Timed(
        Stage stage, TimeSpan time, IReadOnlyDictionary<string, double>? cpu, string said, string saidKey, string heard, string heardKey, CancellationToken ct)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var (latencies, wrong) = CommitTimes.Between(await CommitTimes.Of(stage, "issues", said, saidKey), await CommitTimes.Of(stage, "insights", heard, heardKey));
            if (wrong is null || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60)) return Sample.Of(latencies, time.TotalSeconds, cpu ?? new Dictionary<string, double>(), wrong);
            await Task.Delay(500, ct);
        }
    }

    private static async Task<Row> Waiting(Stage stage, CancellationToken ct)
    {
        await using var eShop = new EShopOutbox(stage);
        await eShop.Open(ct);
        var many = stage.IsQuick ? 2_000 : 10_000;
        var sides = await Contest.Run(stage.Pace,
        [
            new Contestant("platform", async (_, stop) =>
            {
                var facts = Facts(stage, many);
                await using var source = stage.Source("issues");
                await using var connection = await source.OpenConnectionAsync(stop);
                await using (var copy = await connection.BeginBinaryImportAsync("COPY outbox (id, tenant_id, type, body) FROM STDIN (FORMAT BINARY)", stop))
                {
                    foreach (var (id, body) in facts) await copy.WriteRowAsync(stop, id, stage.Tenant, typeof(IssueSubmitted).FullName!, body);
                    await copy.CompleteAsync(stop);
                }

                return await Rate(stage, "facts WHERE event_id >= $1", "event_id", facts, stop);
            }),
            new Contestant("eShop's design", async (_, stop) =>
            {
                var facts = Facts(stage, many);
                await eShop.Publish(facts, stop);
                return await Rate(stage, "bench.effects", "event_id", facts, stop);
            }),
        ], ct);
        return new Row(5, $"facts through outbox and inbox, {many:N0} waiting, one relay", sides, [new Claim("of eShop's", sides[0].PerSecond / sides[1].PerSecond, 4)]);
    }

    // From the first effect to the last.
    private static async Task<Sample> Rate(Stage stage, string heard, string key, List<(Guid Id, string Body)> facts, CancellationToken ct)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var times = await CommitTimes.Of(stage, "insights", heard.Replace("$1", $"'{facts[0].Id}'", StringComparison.Ordinal), key);
            List<DateTime> ours = [.. facts.Where(x => times.ContainsKey(x.Id)).Select(x => times[x.Id]).Order()];
            var wrong = ours.Count == facts.Count ? null : $"{facts.Count - ours.Count} of {facts.Count} had no effect";
            if (wrong is null || Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(3))
                return new Sample(ours.Count, ours.Count < 2 ? 1 : (ours[^1] - ours[0]).TotalSeconds, double.NaN, double.NaN, new Dictionary<string, double>(), wrong);
            await Task.Delay(500, ct);
        }
    }

    private static List<(Guid Id, string Body)> Facts(Stage stage, int many) => [.. Enumerable.Range(0, many).Select(_ => Guid.CreateVersion7()).Order().Select(x => (x, Body(stage, x)))];

    private static string Body(Stage stage, Guid id) => JsonSerializer.Serialize(new IssueSubmitted
    {
        EventId = id, TenantId = stage.Tenant, At = TimeProvider.System.GetUtcNow(), ActorId = Zhangmiao.Person(14), SubjectId = Guid.CreateVersion7(), Version = 1,
        ReceiptNumber = "310113008-2026-900000", AreaId = Zhangmiao.Building(12), Channel = Channel.Web, Category = "environment",
    }, Json);
}
