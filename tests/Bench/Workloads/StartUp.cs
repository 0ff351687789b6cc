using System.Diagnostics;
using System.Globalization;
using Platform.Bench.Bare;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.OwnPlatforms;

namespace Platform.Bench.Workloads;

/// <summary>
/// 11: ./platform up on a built tree until all is healthy, where it was up before; its limit is how long PostgreSQL and RabbitMQ take to start. And
/// what all services together hold in memory when nobody asks anything.
/// </summary>
internal static class StartUp
{
    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        var (all, servers, memories) = (new List<Sample>(), new List<Sample>(), new List<Memory>());
        var directory = $"{OwnPlatform.Kept("bench-start")}-{Guid.CreateVersion7():n}";
        // The addresses that are written into the data stay, as they do for whoever starts it every day.
        var (web, gateway, first) = (BareSide.FreePort(), BareSide.FreePort(), 0.0);
        var rounds = stage.IsQuick ? 1 : 3;
        for (var round = 0; round <= rounds; round++)
        {
            var (whole, own, memory) = await Start(directory, web, gateway, keep: round < rounds, ct);
            if (round == 0) { first = whole; continue; }
            all.Add(Took(whole));
            servers.Add(Took(own));
            memories.Add(memory);
        }

        Side[] sides = [new("platform", all), new("servers", servers)];
        return
        [
            new Row(11, "start until all is healthy", sides,
            [
                new Claim("seconds", sides[0].P50 / 1000, 25, AtMost: true, " s"), new Claim("of the servers' own", sides[0].P50 / sides[1].P50, AtMost: true),
                new Claim("in memory when idle", Median(x => x.Together), 1_200, AtMost: true, " MB"), new Claim("each one's added up", Median(x => x.AddedUp), AtMost: true, Unit: " MB"),
            ])
            { Note = string.Create(CultureInfo.InvariantCulture, $"the very first start, which makes databases and schemas, took {first:0.0} s") },
        ];

        double Median(Func<Memory, double> of) => memories.Select(of).Order().ElementAt(memories.Count / 2);
    }

    private static async Task<(double Whole, double Servers, Memory Memory)> Start(string directory, int web, int gateway, bool keep, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await using var platform = await OwnPlatform.Up("bench-start", ["--empty", "--port", $"web={web}", "--port", $"gateway={gateway}"], ct, directory: directory);
        platform.Keep = false;
        platform.LeaveData = keep;
        var whole = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // What the first seconds brought in goes again.
        await Task.Delay(TimeSpan.FromSeconds(10), ct);
        return (whole, platform.ServersReadyAfter.TotalSeconds, Memory.Of(platform.Run.Processes.Where(x => x.Http is not null).Select(x => x.Pid!.Value)));
    }

    private static Sample Took(double seconds) => new(1, seconds, seconds * 1000, seconds * 1000, new Dictionary<string, double>(), null);
}
