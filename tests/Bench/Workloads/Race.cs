using System.Net;
using System.Net.Http.Headers;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>8: a thousand people sign up for thirty places at once; the limit is one UPDATE that counts up to thirty. Never a thirty-first.</summary>
internal static class Race
{
    private const int Places = 30, AtOnce = 32, AtATime = 100;

    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        var gateway = stage.Street("zhangmiao");
        var people = await People(stage, stage.IsQuick ? 200 : 1_000, ct);
        var lead = await Player.SignIn(gateway, Zhangmiao.Phone(5));
        await stage.MakeTable("issues", "places (capacity int NOT NULL, taken int NOT NULL)");
        var sides = await Contest.Run(stage.Pace,
        [
            new Contestant("platform", async (_, stop) =>
            {
                var activity = await lead.Draft("清理楼道", "一起把楼道清出来。", Zhangmiao.Neighbourhood);
                var starts = TimeProvider.System.GetUtcNow().AddDays(1);
                await lead.Arrange(activity, "清理楼道", "一起把楼道清出来。", "12号楼前", starts, starts.AddHours(2), Places);
                await lead.OpenActivity(activity);
                var address = new Uri($"{stage.Service("volunteers")}/api/v1/volunteers/activities/{activity}/sign-ups");
                using var load = new Load(AtOnce);
                var sample = await load.Burst([.. people.Select(x => new HttpRequestMessage(HttpMethod.Post, address) { Headers = { Authorization = x } })],
                    stage.CpuOf("volunteers", "postgres"), x => x is HttpStatusCode.OK, stop);
                var placed = await stage.Scalar<long>("volunteers", $"SELECT count(*) FROM sign_ups WHERE activity_id = '{activity}' AND status = 'Placed'");
                var all = await stage.Scalar<long>("volunteers", $"SELECT count(*) FROM sign_ups WHERE activity_id = '{activity}'");
                return (placed, all) == (Places, people.Count) ? sample : sample with { Wrong = $"{placed} have a place, {all} of {people.Count} are signed up" };
            }),
            new Contestant("one UPDATE", async (_, stop) =>
            {
                await stage.Execute("issues", $"TRUNCATE bench.places; INSERT INTO bench.places VALUES ({Places}, 0)");
                var address = new Uri($"{stage.Bare.Http}/places/take");
                using var load = new Load(AtOnce);
                return await load.Burst([.. people.Select(_ => new HttpRequestMessage(HttpMethod.Post, address))], stage.BareCpu(asksPostgres: true),
                    x => x is HttpStatusCode.OK or HttpStatusCode.Conflict, stop);
            }),
        ], ct);
        return [new Row(8, $"{people.Count:N0} people sign up for {Places} places", sides, [new Claim("of one UPDATE", sides[0].PerSecond / sides[1].PerSecond, 0.5)])];
    }

    private static async Task<IReadOnlyList<AuthenticationHeaderValue>> People(Stage stage, int many, CancellationToken ct)
    {
        var (gateway, tokens) = (stage.Street("zhangmiao"), new AuthenticationHeaderValue[many]);
        var first = Random.Shared.Next(10_000_000, 90_000_000);
        foreach (var some in Enumerable.Range(0, many).Chunk(AtATime))
        {
            // A street sends only so many codes in so many minutes.
            await stage.ForgetCodes();
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct },
                async (i, _) => tokens[i] = new AuthenticationHeaderValue("Bearer", await gateway.TokenFor($"199{first + i}")));
        }

        return tokens;
    }
}
