using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>
/// 3: submit an issue with validation, idempotency, audit, outbox and row-level security, by two streets at once; its limit is the same rows by
/// raw Npgsql in one transaction. The services that hear of it are kept stopped meanwhile, since nobody hears of the limit's.
/// </summary>
internal static class Submitting
{
    private static readonly string[] Hearing = ["insights", "meetings", "volunteers", "partners", "web"];

    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        await databases.Use(null, ct);
        var platform = await Posts(stage);
        foreach (var service in Hearing) await stage.Platform.Hold(service);
        try
        {
            var sides = await Contest.Run(stage.Pace,
            [
                Workload.Asks("platform", 16, platform, stage.CpuOf("issues", "postgres")),
                Workload.Asks("raw rows", 16, Bare(stage), stage.BareCpu(asksPostgres: true)),
            ], ct);
            return [new Row(3, "submit an issue, 16 connections, two streets", sides, [new Claim("of raw", sides[0].PerSecond / sides[1].PerSecond, 0.6), Cpu(sides)])];
        }
        finally
        {
            foreach (var service in Hearing) stage.Platform.Release(service);
            await stage.IsWell(ct);
        }
    }

    /// <summary>Reports past the gateway, by two streets in turn, each with a key of its own.</summary>
    public static async Task<Func<long, HttpRequestMessage>> Posts(Stage stage)
    {
        var address = new Uri($"{stage.Service("issues")}/api/v1/issues");
        (AuthenticationHeaderValue Token, Guid Area)[] streets =
        [
            (await stage.TokenOf(Zhangmiao.Phone(14)), Zhangmiao.Building(12)), (await stage.TokenOf(Wusong.Phone(9), Wusong.Code), Wusong.Building(2)),
        ];
        var run = Guid.CreateVersion7();
        return number =>
        {
            var (token, area) = streets[Math.Abs(number) % streets.Length];
            var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { Authorization = token }, Content = Body(number, area) };
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{run}-{number}"));
            return request;
        };
    }

    public static Func<long, HttpRequestMessage> Bare(Stage stage)
    {
        var address = new Uri($"{stage.Bare.Http}/issues");
        return number => new HttpRequestMessage(HttpMethod.Post, address) { Content = Body(number, Zhangmiao.Building(12)) };
    }

    private static Claim Cpu(IReadOnlyList<Side> sides) => new("CPU, of raw's", sides[0].CpuPerOne / sides[1].CpuPerOne);

    private static StringContent Body(long number, Guid area) => new(string.Create(CultureInfo.InvariantCulture,
        $$"""{"title":"楼道堆物 {{number}}","text":"三楼楼道堆放旧家具，挡住了消防通道，多次提醒无人清理。{{number}}","category":"environment","areaId":"{{area}}"}"""), Encoding.UTF8, "application/json");
}
