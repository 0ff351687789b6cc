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
        var (all, servers, together, summed) = (new List<Sample>(), new List<Sample>(), new List<double>(), new List<double>());
        var directory = $"{OwnPlatform.Kept("bench-start")}-{Guid.CreateVersion7():n}";
        // The addresses that are written into the data stay, as they do for whoever starts it every day.
        var (web, gateway, first) = (BareSide.FreePort(), BareSide.FreePort(), 0.0);
        var rounds = stage.IsQuick ? 1 : 3;
        for (var round = 0; round <= rounds; round++)
        {
            var (whole, own, memory, resident) = await Start(directory, web, gateway, keep: round < rounds, ct);
            if (round == 0) { first = whole; continue; }
            all.Add(Took(whole));
            servers.Add(Took(own));
            together.Add(memory);
            summed.Add(resident);
        }

        together.Sort();
        summed.Sort();
        Side[] sides = [new("platform", all), new("servers", servers)];
        return
        [
            new Row(11, "start until all is healthy", sides,
            [
                new Claim("seconds", sides[0].P50 / 1000, 25, AtMost: true, " s"), new Claim("of the servers' own", sides[0].P50 / sides[1].P50, AtMost: true),
                new Claim("in memory when idle", together[together.Count / 2], 1_200, AtMost: true, " MB"), new Claim("each one's added up", summed[summed.Count / 2], AtMost: true, Unit: " MB"),
            ])
            { Note = string.Create(CultureInfo.InvariantCulture, $"the very first start, which makes databases and schemas, took {first:0.0} s") },
        ];
    }

    private static async Task<(double Whole, double Servers, double Together, double Resident)> Start(string directory, int web, int gateway, bool keep, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await using var platform = await OwnPlatform.Up("bench-start", ["--empty", "--port", $"web={web}", "--port", $"gateway={gateway}"], ct, directory: directory);
        platform.Keep = false;
        platform.LeaveData = keep;
        var whole = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // What the first seconds brought in goes again.
        await Task.Delay(TimeSpan.FromSeconds(10), ct);
        var services = platform.Run.Processes.Where(x => x.Http is not null).Select(x => x.Pid!.Value).ToList();
        return (whole, platform.ServersReadyAfter.TotalSeconds, Memory.Of(services), services.Sum(ResidentOf));
    }

    private static double ResidentOf(int pid) =>
        double.Parse(File.ReadLines($"/proc/{pid}/status").Single(x => x.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    private static Sample Took(double seconds) => new(1, seconds, seconds * 1000, seconds * 1000, new Dictionary<string, double>(), null);
}
