using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>
/// 7: whole journeys through the gateway, from the report to the rating, with a meeting, a vote and an action in between; several at once. Its limit is
/// the time that PostgreSQL spent in all their statements, one after the other.
/// </summary>
internal static class WholeJourneys
{
    private const int AtOnce = 6;
    private static readonly string[] Services = ["gateway", "issues", "meetings", "insights", "directory", "volunteers", "partners", "rabbitmq", "postgres"];

    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        await databases.Use(null, ct);
        await using var counted = await ServerSetting.KeepsStatements(stage, ct);
        await stage.Execute("issues", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        var (steps, players) = (new ConcurrentDictionary<string, ConcurrentBag<double>>(), await Players(stage));
        await Play(stage, players, new(), stage.Pace.WarmUp, ct);
        var (rounds, sql) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < stage.Pace.Rounds; round++)
        {
            await stage.Execute("issues", "SELECT pg_stat_statements_reset()");
            var (meter, began) = (new Meter(stage.CpuOf(Services)), Stopwatch.GetTimestamp());
            var latencies = await Play(stage, players, steps, stage.Pace.Round * 3, ct);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            rounds.Add(Sample.Of(latencies, seconds, meter.For(latencies.Count), null));
            var milliseconds = await stage.Scalar<double>("issues", "SELECT sum(total_exec_time) FROM pg_stat_statements") / Math.Max(1, latencies.Count);
            sql.Add(new Sample(latencies.Count, milliseconds * latencies.Count / 1000, milliseconds, milliseconds, new Dictionary<string, double>(), null));
        }

        await stage.Execute("issues", "DROP EXTENSION pg_stat_statements");
        Side[] sides = [new("platform", rounds), new("its SQL alone", sql)];
        return [new Row(7, $"whole journeys, {AtOnce} at once", sides, [new Claim("of its SQL alone", sides[0].PerSecond / sides[1].PerSecond)]) { Note = Slowest(steps) }];
    }

    // Steps that wait for another service's fact say so by their name.
    private static string Slowest(ConcurrentDictionary<string, ConcurrentBag<double>> steps) => "median ms of each step: " + string.Join(", ", steps
        .Select(x => (x.Key, P50: Sample.At([.. x.Value.Order()], 0.5))).OrderByDescending(x => x.P50).Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Key} {x.P50:0}")));

    private static async Task<List<double>> Play(Stage stage, IReadOnlyList<Cast> players, ConcurrentDictionary<string, ConcurrentBag<double>> steps, TimeSpan time, CancellationToken ct)
    {
        var (began, all) = (Stopwatch.GetTimestamp(), new ConcurrentBag<double>());
        await Task.WhenAll(players.Select(async cast =>
        {
            do
            {
                var journey = Stopwatch.GetTimestamp();
                await One(cast, steps);
                all.Add(Stopwatch.GetElapsedTime(journey).TotalMilliseconds);
            }
            while (Stopwatch.GetElapsedTime(began) < time && !ct.IsCancellationRequested);
        }));
        return [.. all];
    }

    private static async Task One(Cast cast, ConcurrentDictionary<string, ConcurrentBag<double>> steps)
    {
        async Task<T> Step<T>(string name, Func<Task<T>> act)
        {
            var began = Stopwatch.GetTimestamp();
            var result = await act();
            steps.GetOrAdd(name, _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return result;
        }

        Task Do(string name, Func<Task> act) => Step(name, async () => { await act(); return true; });

        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(30);
        var (id, _) = await Step("report", () => cast.Resident.Report(new Tale("空地杂草", "空地长满杂草，无人管理。", "environment", Zhangmiao.Building(12)), Guid.CreateVersion7().ToString()));
        await Do("accept", () => cast.Staff.Accept(id));
        await Do("triage", () => cast.Staff.Triage(id, "Hard", "涉及整个小区"));
        await Do("(heard by the council)", () => cast.Staff.Waits(cast.Council.Body, id));
        var meeting = await Step("plan, convene, open, check in", () => cast.Council.Meet(cast.Staff, id));
        var item = await cast.Staff.ItemAbout(meeting, id);
        await Do("vote", () => Council.Pass(cast.Staff, meeting, item));
        await Do("resolve", () => cast.Staff.Resolve(meeting, item, "整治空地", "居民一致希望整治", new GivenAction("Property", "清理空地", due)));
        await Do("conclude, minutes", () => cast.Staff.ConcludeWithMinutes(meeting, "会议同意整治空地，由物业清理。"));
        await Do("(heard by the issue)", () => cast.Staff.Reaches(id, "InAction"));
        await Do("do, with a photo", () => cast.Property.DoActions(id, "Property", "已清理"));
        await Do("verify", () => cast.Verifier.Verify(id, done: true, "已看过现场"));
        await Do("rate", () => cast.Resident.Rate(id, 5, "很满意"));
    }

    private static async Task<IReadOnlyList<Cast>> Players(Stage stage)
    {
        var gateway = stage.Street("zhangmiao");
        await stage.ForgetCodes();
        var (staff, verifier, property, resident) =
            (await Player.SignIn(gateway, Zhangmiao.Phone(5)), await Player.SignIn(gateway, Zhangmiao.Phone(6)), await Player.SignIn(gateway, Zhangmiao.Phone(9)), await Player.SignIn(gateway, Zhangmiao.Phone(14)));
        var casts = new List<Cast>();
        for (var i = 0; i < AtOnce; i++) casts.Add(new Cast(staff, verifier, property, resident, await Council.Found(stage, $"测量{i}")));
        return casts;
    }

    private sealed record Cast(Player Staff, Player Verifier, Player Property, Player Resident, Council Council);
}
