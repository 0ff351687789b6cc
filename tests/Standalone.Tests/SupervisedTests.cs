using System.Net;
using Platform.Standalone.Processes;

namespace Platform.Standalone.Tests;

public sealed class SupervisedTests : IDisposable
{
    private static readonly Care Quick = new()
    {
        Every = TimeSpan.FromMilliseconds(100),
        Misses = 3,
        Grace = TimeSpan.FromMilliseconds(500),
        BackOff = TimeSpan.FromMilliseconds(50),
    };

    private readonly Scratch _scratch = new();
    private readonly List<string> _said = [];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Killed_IsStartedAgain()
    {
        using var process = Keep(Sleeper());
        await Wait.Until(() => process.Pid is not null, "started");
        var first = process.Pid!.Value;

        Linux.SignalProcess(first, Signal.Kill);

        await Wait.Until(() => process.Pid is { } pid && pid != first, "another process");
        Assert.Contains(_said, x => x.Contains("ended with code 137; starting it again", StringComparison.Ordinal));
        await process.Stop();
        Assert.Empty(_scratch.Processes());
    }

    /// <summary>What fails as it starts is left alone for longer and longer; what was well and is killed again and again comes back as fast each time.</summary>
    [Theory]
    [InlineData(0.2, "0.1 s", "0.1 s", "0.1 s")]
    [InlineData(600, "0.1 s", "0.2 s", "0.4 s")]
    public async Task KilledAgainAndAgain_WaitsLonger_UnlessItWasSound(double sound, params string[] pauses)
    {
        using var process = Keep(Sleeper(), care: Quick with { BackOff = TimeSpan.FromMilliseconds(100), SoundUnasked = TimeSpan.FromSeconds(sound) });
        foreach (var (pause, times) in pauses.Select((x, i) => (x, i + 1)))
        {
            await Wait.Until(() => process.Pid is not null && process.Restarts == times - 1, "started");
            await Task.Delay(400);

            Linux.SignalProcess(process.Pid!.Value, Signal.Kill);

            await Wait.Until(() => _said.Count == times, "seen");
            Assert.Contains($"in {pause} (", _said[^1], StringComparison.Ordinal);
        }

        await process.Stop();
    }

    [Fact]
    public async Task NoLongerAnswering_IsStartedAgain()
    {
        using var alive = new HttpListener();
        var address = $"http://127.0.0.1:{new Ports(Options.Parse(["--ports", "random"]))["web"]}/";
        alive.Prefixes.Add(address);
        alive.Start();
        var (answer, asked) = (HttpStatusCode.OK, 0);
        var answering = Task.Run(async () =>
        {
            while (alive.IsListening)
            {
                var context = await alive.GetContextAsync();
                asked++;
                context.Response.StatusCode = (int)answer;
                context.Response.Close();
            }
        });
        using var process = Keep(Sleeper(), new Uri(address));
        await Wait.Until(() => asked >= 5, "asked five times");
        Assert.Equal(0, process.Restarts);

        answer = HttpStatusCode.ServiceUnavailable;

        await Wait.Until(() => process.Restarts >= 1, "restarted");
        Assert.Contains(_said, x => x.Contains("says at", StringComparison.Ordinal) && x.Contains("that it does not live", StringComparison.Ordinal));

        answer = HttpStatusCode.OK;
        var (asks, restarts) = (asked, process.Restarts);
        await Wait.Until(() => asked >= asks + 5, "asked again");
        alive.Stop();
        await Wait.Until(() => process.Restarts > restarts, "restarted for its silence");
        Assert.Contains(_said, x => x.Contains("did not answer", StringComparison.Ordinal) && x.Contains("3 times", StringComparison.Ordinal));
        await process.Stop();
    }

    [Fact]
    public async Task Held_StaysStopped_UntilLetGo()
    {
        using var process = Keep(Sleeper());
        await Wait.Until(() => process.Pid is not null, "started");

        File.WriteAllText(_scratch.State.HoldFile("sleeper"), "");
        await Wait.Until(() => process.Pid is null, "stopped");
        await Task.Delay(500);
        Assert.Null(process.Pid);

        File.Delete(_scratch.State.HoldFile("sleeper"));
        await Wait.Until(() => process.Pid is not null, "started again");
        await process.Stop();
    }

    [Fact]
    public async Task Stopped_TakesItsOwnChildrenAlong_EvenThoseThatIgnoreTheSignal()
    {
        using var process = Keep(Shell("trap '' TERM; (trap '' TERM; sleep 600) & echo ready; sleep 600; sleep 600") with { Patience = TimeSpan.FromSeconds(1) });
        await Wait.Until(() => LogFile.Tail(_scratch.State.Log("sleeper")).Contains("ready", StringComparison.Ordinal), "its child");
        Assert.True(_scratch.Processes().Count() >= 3);

        await process.Stop();

        await Wait.Until(() => !_scratch.Processes().Any(), "all gone", seconds: 2);
        Assert.Empty(System.IO.Directory.GetFiles(_scratch.State.In("pids")));
    }

    [Fact]
    public async Task LeftBehind_IsBuried_ButNotAStrangerWithItsNumber()
    {
        using var log = new LogFile(_scratch.State.Log("sleeper"));
        var left = await Child.Start(Sleeper(), _scratch.State, log);
        var stranger = await Child.Start(Sleeper() with { Name = "stranger" }, _scratch.State, log);
        File.WriteAllText(_scratch.State.PidFile("stranger"), $"{stranger.Pid} 1\n");

        Assert.True(await new PidFile(_scratch.State.PidFile("sleeper")).Bury(TimeSpan.FromMilliseconds(300)));
        Assert.False(await new PidFile(_scratch.State.PidFile("stranger")).Bury(TimeSpan.FromMilliseconds(300)));

        await left.Exited;
        Assert.False(stranger.Exited.IsCompleted);
        await stranger.Stop();
    }

    private Supervised Keep(Command command, Uri? alive = null, Care? care = null)
    {
        var process = new Supervised(command, alive, _scratch.State, care ?? Quick, _said.Add);
        process.Start();
        return process;
    }

    private Command Sleeper() => Shell("sleep 600");

    // Its environment names the scratch directory, by which the test finds it and all that it starts.
    private Command Shell(string script) => new("sleeper", "sh", "-c", script)
    {
        Environment = new Dictionary<string, string?> { ["OF_TEST"] = _scratch.State.Root },
    };
}
