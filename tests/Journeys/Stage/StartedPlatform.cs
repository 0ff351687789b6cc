using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Demonstration.Api;
using Platform.Standalone;

namespace Platform.Journeys.Stage;

/// <summary>
/// The whole platform, started as `./platform up --demo --replicas issues=2` starts it, with servers and ports of its own, and stopped at the
/// end: Issues runs twice, so that no story may rely on who answers it. Where PLATFORM_RUN names the run.json of one that runs already, that
/// one is played on and left running.
/// </summary>
public sealed class StartedPlatform : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private readonly Queue<string> _said = new();
    private readonly Dictionary<int, Player> _players = [];
    private Process? _standalone;

    /// <summary>What it wrote about itself, as it is now.</summary>
    public RunFile Run => RunFile.Read(State) ?? throw new InvalidOperationException($"The platform is gone. {Tail()}");

    /// <summary>Where it keeps everything.</summary>
    public StateDirectory State { get; private set; } = null!;

    /// <summary>Its public door.</summary>
    public Gateway Gateway { get; private set; } = null!;

    /// <summary>The clock of all its processes.</summary>
    public Clock Clock { get; private set; } = null!;

    /// <summary>The states that issues were in when the demonstration had been played and no story begun.</summary>
    public IReadOnlySet<string> StatesAtFirst { get; private set; } = new HashSet<string>();

    /// <summary>Who hears its traces; null where it was started by somebody else.</summary>
    public TraceEar? Ear { get; private set; }

    /// <summary>How many seconds the last start took until everything was healthy, as it said itself.</summary>
    public int Seconds { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PLATFORM_RUN") is { Length: > 0 } running)
        {
            State = StateAt(Path.GetDirectoryName(Path.GetFullPath(running))!);
            Gateway = new Gateway(new Uri(Run.Gateway!));
        }
        else
        {
            State = StateAt(Path.Combine("/var/tmp", $"platform-journeys-{Guid.CreateVersion7():n}"));
            Ear = await TraceEar.Listen();
            await Up();
        }

        Clock = new Clock(State);
        await Until.Holds("the demonstration's life is played", () => Task.FromResult(LastWords.OfTheDemonstration(State) is "played"), Patience);
        StatesAtFirst = (await (await SignIn(5)).List("/api/v1/issues")).Select(x => x.GetProperty("status").GetString()!).ToHashSet();
    }

    public async ValueTask DisposeAsync()
    {
        if (_standalone is not null)
        {
            var leaks = Leaks.In(Directory.GetFiles(State.In("logs")), Leaks.SecretsOf(State)).Take(20).ToList();
            await Down("--data");
            Assert.True(leaks.Count == 0, $"Logs hold what none may hold:\n{string.Join('\n', leaks)}");
            Assert.True(Ear!.Leaked is null, $"A trace holds {Ear.Leaked}.");
            Assert.False(Directory.Exists(State.Root), "./platform down --data left data behind.");
            await Ear!.DisposeAsync();
        }

        Gateway?.Dispose();
    }

    /// <summary>Starts it; where it has data, on that.</summary>
    public async Task Up()
    {
        Start();
        await Until.Holds("the platform is ready", () => _standalone!.HasExited
            ? throw new InvalidOperationException($"It did not start. {string.Join('\n', _said)}") : Task.FromResult(File.Exists(State.RunFile)), Patience);
        await Until.Holds("it says so", () => Task.FromResult(Ready() is not null));
        Seconds = Ready()!.Value;
        Gateway = new Gateway(new Uri(Run.Gateway!));
        _players.Clear();
    }

    /// <summary>Somebody of the demonstration. Once for all stories: a phone gets only so many codes a day.</summary>
    public async Task<Player> SignIn(int number)
    {
        if (!_players.TryGetValue(number, out var player)) _players[number] = player = await Player.SignIn(Gateway, Zhangmiao.Phone(number));
        return player;
    }

    /// <summary>Stops it as ./platform down does, and sees that nothing is left running.</summary>
    public async Task Down(params string[] more)
    {
        var (code, words) = await this.Script(["down", .. more]);
        Assert.True(code == 0, words);
        await _standalone!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        _standalone.Dispose();
        var left = Remains.Of(State.Root).ToList();
        Assert.True(left.Count == 0, $"The platform stopped and left behind: {string.Join("; ", left)}");
    }

    /// <summary>The last complaints of every process, for whoever looks for what went wrong.</summary>
    public string Tail() => Directory.Exists(State.In("logs")) ? LastWords.Of(State.In("logs")) : string.Join(Environment.NewLine, _said);

    /// <summary>Stops one process and keeps it stopped, until <see cref="Release"/>.</summary>
    public async Task Hold(string process)
    {
        Control.Hold(State, process, hold: true);
        await Until.Holds($"{process} is stopped", () => Task.FromResult(Run.Processes.Single(x => x.Name == process).Pid is null));
    }

    /// <summary>Lets it run again.</summary>
    public void Release(string process) => Control.Hold(State, process, hold: false);

    private void Start()
    {
        lock (_said) _said.Clear();
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(Checkout.Root, $"aspire/Standalone/bin/{configuration}/net10.0/Platform.Standalone.dll"), "up", "--demo", "--replicas", "issues=2", "--ports", "random",
            "--state", State.Root,
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Not the servers that ./platform test shares among other tests: some of these stories stop the broker.
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Ear!.Address;
        _standalone = Process.Start(start)!;
        _standalone.OutputDataReceived += Hear;
        _standalone.ErrorDataReceived += Hear;
        _standalone.BeginOutputReadLine();
        _standalone.BeginErrorReadLine();
    }

    private int? Ready()
    {
        lock (_said) return _said.Select(x => Regex.Match(x, @"is ready \((\d+) s\)")).Where(x => x.Success).Select(x => (int?)int.Parse(x.Groups[1].Value, CultureInfo.InvariantCulture)).FirstOrDefault();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.Enqueue(line.Data ?? "");
            if (_said.Count > 60) _said.Dequeue();
        }
    }

    private static StateDirectory StateAt(string root) => StateDirectory.Choose(root, "/", _ => true);
}
