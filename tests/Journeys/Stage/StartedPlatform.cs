using System.Diagnostics;
using Platform.Demonstration.Api;
using Platform.Standalone;
using Platform.Standalone.Processes;

namespace Platform.Journeys.Stage;

/// <summary>
/// The whole platform, started as `./platform up --demo --replicas issues=2` starts it, with servers and ports of its own, and stopped at the
/// end: Issues runs twice, so that no story may rely on who answers it. Where PLATFORM_RUN names the run.json of one that runs already, that
/// one is played on and left running.
/// </summary>
public sealed class StartedPlatform : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private readonly Queue<string> _said = [];
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

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PLATFORM_RUN") is { Length: > 0 } running) State = StateAt(Path.GetDirectoryName(Path.GetFullPath(running))!);
        else await Start();
        Gateway = new Gateway(new Uri(Run.Gateway!));
        Clock = new Clock(State);
        await Until.Holds("the demonstration's life is played", () => Task.FromResult(Life.Of(State) is "played"), Patience);
        StatesAtFirst = (await (await SignIn(5)).List("/api/v1/issues")).Select(x => x.GetProperty("status").GetString()!).ToHashSet();
    }

    public async ValueTask DisposeAsync()
    {
        Gateway?.Dispose();
        if (_standalone is not { } standalone) return;
        Linux.SignalProcess(standalone.Id, Signal.Terminate);
        await standalone.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        standalone.Dispose();
        if (Ear is not null) await Ear.DisposeAsync();
        var left = Remains.Of(State.Root).ToList();
        Directory.Delete(State.Root, recursive: true);
        Assert.True(left.Count == 0, $"The platform stopped and left behind: {string.Join("; ", left)}");
    }

    /// <summary>Somebody of the demonstration. Once for all stories: a phone gets only so many codes a day.</summary>
    public async Task<Player> SignIn(int number)
    {
        if (!_players.TryGetValue(number, out var player)) _players[number] = player = await Player.SignIn(Gateway, Zhangmiao.Phone(number));
        return player;
    }

    /// <summary>The last complaints of every process, for whoever looks for what went wrong.</summary>
    public string Tail() => string.Join(Environment.NewLine, Directory.Exists(State.In("logs"))
        ? Directory.GetFiles(State.In("logs")).Order().Select(x => (Name: Path.GetFileName(x), Words: Complaints(x))).Where(x => x.Words.Length > 0).Select(x => $"--- {x.Name}\n{x.Words}")
        : _said);

    // A complaint's first lines; its stack says where, the rest is in the log.
    private static string Complaints(string log)
    {
        var lines = File.ReadAllLines(log);
        var at = Enumerable.Range(0, lines.Length).Where(x => lines[x].StartsWith("warn:", StringComparison.Ordinal) || lines[x].StartsWith("fail:", StringComparison.Ordinal)
            || lines[x].StartsWith("crit:", StringComparison.Ordinal) || lines[x].Contains("Unhandled", StringComparison.Ordinal));
        return string.Join('\n', at.TakeLast(5).SelectMany(x => lines.Skip(x).Take(5)));
    }

    /// <summary>Stops one process and keeps it stopped, until <see cref="Release"/>.</summary>
    public async Task Hold(string process)
    {
        Control.Hold(State, process, hold: true);
        await Until.Holds($"{process} is stopped", () => Task.FromResult(Run.Processes.Single(x => x.Name == process).Pid is null));
    }

    /// <summary>Lets it run again.</summary>
    public void Release(string process) => Control.Hold(State, process, hold: false);

    private async Task Start()
    {
        var root = Path.Combine("/var/tmp", $"platform-journeys-{Guid.CreateVersion7():n}");
        State = StateAt(root);
        Ear = await TraceEar.Listen();
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(Checkout(), $"aspire/Standalone/bin/{configuration}/net10.0/Platform.Standalone.dll"), "up", "--demo", "--replicas", "issues=2", "--ports", "random",
                "--state", root,
            },
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Not the servers that ./platform test shares among other tests: some of these stories stop the broker.
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Ear.Address;
        _standalone = Process.Start(start)!;
        _standalone.OutputDataReceived += Hear;
        _standalone.ErrorDataReceived += Hear;
        _standalone.BeginOutputReadLine();
        _standalone.BeginErrorReadLine();
        await Until.Holds("the platform is ready", () => _standalone.HasExited
            ? throw new InvalidOperationException($"It did not start. {string.Join('\n', _said)}") : Task.FromResult(File.Exists(State.RunFile)), Patience);
    }

    private static class Life
    {
        // What aspire/Demonstration wrote down: begun, played, or failed and why.
        public static string? Of(StateDirectory state) => !File.Exists(state.In("demonstration")) ? null
            : File.ReadAllText(state.In("demonstration")).Trim() is var word && word.StartsWith("failed", StringComparison.Ordinal)
                ? throw new InvalidOperationException($"The demonstration's life {word}") : word;
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

    private static string Checkout()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return at.FullName;
    }
}
