using Platform.Bench.Filling;
using Platform.Bench.Measuring;

namespace Platform.Bench.Workloads;

/// <summary>1: the gateway (token, tenant, limits) in front of the issue list; its limits are the service itself, and a bare YARP before it.</summary>
internal static class GatewayInFront
{
    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        await databases.Use(null, ct);
        var (token, gateway, direct) = (await Lists.Desk(stage), stage.Platform.Run.Gateway!, stage.Service("issues"));
        var whole = await Contest.Run(stage.Pace, Sides(stage, 32, token, gateway, direct), ct);
        var alone = await Contest.Run(stage.Pace with { WarmUp = TimeSpan.FromSeconds(1) }, Sides(stage, 1, token, gateway, direct), ct);
        return
        [
            new Row(1, "gateway before the issue list, 32 connections", whole,
            [
                new Claim("of direct", whole[0].PerSecond / whole[1].PerSecond, 0.75),
                new Claim("own CPU, of bare YARP's", whole[0].CpuOf("gateway") / whole[2].CpuOf("bare"), 1.5, AtMost: true),
            ]),
            new Row(1, "the same, one connection", alone, [new Claim("more at p50", alone[0].P50 - alone[1].P50, 0.3, AtMost: true, " ms")]),
        ];
    }

    private static Contestant[] Sides(Stage stage, int connections, System.Net.Http.Headers.AuthenticationHeaderValue token, string gateway, string direct) =>
    [
        Workload.Asks("platform", connections, Workload.Get(Lists.Of(gateway), token), stage.CpuOf("gateway", "issues", "postgres")),
        Workload.Asks("direct", connections, Workload.Get(Lists.Of(direct), token), stage.CpuOf("issues", "postgres")),
        Workload.Asks("bare YARP", connections, Workload.Get(Lists.Of(stage.Bare.Proxy), token), [.. stage.BareCpu(asksPostgres: false), .. stage.CpuOf("issues", "postgres")]),
    ];
}
