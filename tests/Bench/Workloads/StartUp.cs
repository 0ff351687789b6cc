using System.Diagnostics;
using System.Globalization;
using Platform.Bench.Bare;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.OwnPlatforms;

namespace Platform.Bench.Workloads;

/// <summary>A start of the platform: seconds until all was healthy, and until PostgreSQL and RabbitMQ were.</summary>
internal sealed record Started(double Whole, double Servers, Memory Memory);

/// <summary>
/// 11: ./platform up on a built tree until all is healthy, where it was up before; its limit is how long PostgreSQL and RabbitMQ take to start. And
/// what all services together hold in memory when nobody asks anything. It is the platform that is measured afterwards, so nothing runs beside it.
/// </summary>
internal static class StartUp
{
    /// <summary>Starts the platform, and where it is asked for some times more; the last one stays.</summary>
    /// <param name="times">How often it is started after its first time.</param>
    /// <param name="quick">Whether PostgreSQL learns at its second start what workloads ask for.</param>
    /// <param name="kept">Where it is kept; null for a place of its own.</param>
    /// <returns>The platform, and each start but the first, which may have made databases or changed addresses.</returns>
    public static async Task<(OwnPlatform Platform, IReadOnlyList<Started> Starts)> Up(int times, bool quick, string? kept, CancellationToken ct)
    {
        // The addresses that are written into the data stay, as they do for whoever starts it every day.
        string[] ports = ["--port", $"web={BareSide.FreePort()}", "--port", $"gateway={BareSide.FreePort()}"];
        var (starts, platform) = (new List<Started>(), await OwnPlatform.Up("bench", ports, Workload.Environment, ct, kept));
        var root = platform.State.Root;
        try
        {
            if (quick) await ServerSetting.SetAll(platform);
            while (starts.Count < times)
            {
                (platform.Keep, platform.LeaveData) = (false, true);
                await platform.DisposeAsync();
                var began = Stopwatch.GetTimestamp();
                platform = await OwnPlatform.Up("bench", ports, Workload.Environment, ct, root);
                var whole = Stopwatch.GetElapsedTime(began).TotalSeconds;
                // What the first seconds brought in goes again.
                await Task.Delay(TimeSpan.FromSeconds(10), ct);
                starts.Add(new Started(whole, platform.ServersReadyAfter.TotalSeconds, Memory.Of(platform.Run.Processes.Where(x => x.Http is not null).Select(x => x.Pid!.Value))));
            }

            return (platform, starts);
        }
        catch
        {
            platform.Keep = kept is not null;
            await platform.DisposeAsync();
            // A start on data that were there leaves them there; these are nobody's.
            if (kept is null && ct.IsCancellationRequested && Directory.Exists(root)) Directory.Delete(root, recursive: true);
            throw;
        }
    }

    public static Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        if (stage.Starts.Count == 0) throw new InvalidOperationException("A platform that runs already was not started here.");
        Side[] sides = [new("platform", [.. stage.Starts.Select(x => Took(x.Whole))]), new("servers", [.. stage.Starts.Select(x => Took(x.Servers))])];
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            new Row(11, "start until all is healthy", sides,
            [
                new Claim("seconds", sides[0].P50 / 1000, 25, AtMost: true, " s"), new Claim("of the servers' own", sides[0].P50 / sides[1].P50, AtMost: true),
                new Claim("in memory when idle", Median(x => x.Together), 1_200, AtMost: true, " MB"), new Claim("each one's added up", Median(x => x.AddedUp), AtMost: true, Unit: " MB"),
            ])
            { Note = string.Create(CultureInfo.InvariantCulture, $"{stage.Starts.Count} starts") },
        ]);

        double Median(Func<Memory, double> of) => stage.Starts.Select(x => of(x.Memory)).Order().ElementAt(stage.Starts.Count / 2);
    }

    private static Sample Took(double seconds) => new(1, seconds, seconds * 1000, seconds * 1000, new Dictionary<string, double>(), null);
}
