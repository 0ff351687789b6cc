using System.Diagnostics;
using Npgsql;
using Platform.Demonstration.Api;
using Platform.Standalone;
using Platform.Standalone.Processes;

namespace Platform.OwnPlatforms;

/// <summary>
/// A platform of a program's own, to break or to measure: real processes, ports and data apart from any other. Started and stopped as
/// `./platform up` starts and stops one.
/// </summary>
public sealed class OwnPlatform : IAsyncDisposable
{
    private readonly string _standalone;
    private Process? _up;
    private readonly Queue<string> _said = new();
    private readonly string _isReady;
    private readonly long _began = Stopwatch.GetTimestamp();

    private OwnPlatform(string standalone, StateDirectory state, string isReady) => (_standalone, State, _isReady) = (standalone, state, isReady);

    /// <summary>Where it keeps everything.</summary>
    public StateDirectory State { get; }

    /// <summary>What it says about itself now.</summary>
    public RunFile Run => RunFile.Read(State) ?? throw new InvalidOperationException($"The platform is gone. {Said}");

    /// <summary>The services that have a database.</summary>
    public static IReadOnlyList<string> Services { get; } = [.. TheSystem.Services.Where(x => x.Database is not null).Select(x => x.Name)];

    private string Said { get { lock (_said) return string.Join(Environment.NewLine, _said); } }

    /// <summary>Starts one and waits until the demonstration's life is played; what it keeps is forgotten at the end, unless <see cref="Keep"/>.</summary>
    /// <param name="name">Part of its directory's name.</param>
    /// <param name="options">More of what ./platform up takes.</param>
    /// <param name="environment">More for its processes.</param>
    /// <param name="directory">Where it keeps everything, where that is to be found again; else in a place of its own.</param>
    public static async Task<OwnPlatform> Up(
        string name, string[] options, IReadOnlyDictionary<string, string> environment, CancellationToken ct, string? directory = null)
    {
        var state = StateDirectory.Choose(directory ?? $"{Kept(name)}-{Guid.CreateVersion7():n}", "/", _ => true);
        // A life that was played is not played again, and then nobody says so.
        var platform = new OwnPlatform(Standalone(), state, File.Exists(state.In("demonstration")) ? "Ctrl-C" : "Demonstration data is there");
        try
        {
            await platform.Start(["up", "--demo", "--ports", "random", "--no-dashboard", "--state", state.Root, .. options], environment);
            await platform.IsReady(ct);
            return platform;
        }
        catch
        {
            // Nobody else knows of it yet. Who stopped it while it started has nothing to look for in what it left.
            (platform.Keep, platform.LeaveData) = (!ct.IsCancellationRequested, directory is not null);
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where one of that name is kept: PostgreSQL's user may enter there, wherever the checkout lies.</summary>
    public static string Kept(string name) => $"/var/tmp/platform-{name}";

    /// <summary>The one that runs in that state directory, which is left running.</summary>
    public static OwnPlatform At(string directory) => new(Standalone(), StateDirectory.Choose(directory, "/", _ => true), "");

    // Ctrl-C is told to all that the terminal started: it is ours, and the platform hears of it when we are done with it, or are no longer there.
    private async Task Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("setsid", ["setpriv", "--pdeathsig", "TERM", "--", "dotnet", _standalone, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _up = await Spawner.Start(start);
        _up.OutputDataReceived += Hear;
        _up.ErrorDataReceived += Hear;
        _up.BeginOutputReadLine();
        _up.BeginErrorReadLine();
    }

    private async Task IsReady(CancellationToken ct)
    {
        while (!Said.Contains(_isReady, StringComparison.Ordinal))
        {
            if (_up!.HasExited || Stopwatch.GetElapsedTime(_began) > TimeSpan.FromMinutes(6)) throw new InvalidOperationException($"The platform did not start. {Said}");
            await Task.Delay(200, ct);
        }
    }

    // Built as we are: Release beside Release.
    private static string Standalone()
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(checkout.FullName, "global.json"))) checkout = checkout.Parent!;
        return Path.Combine(checkout.FullName, "aspire/Standalone/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/Platform.Standalone.dll");
    }

    /// <summary>A gateway of that street.</summary>
    public Gateway Gateway(string street) => new(new Uri(Run.Gateway!), street);

    /// <summary>The number of a process; it may be between two starts, and then it is waited for.</summary>
    public async Task<int> Pid(string process)
    {
        while (true)
        {
            if (RunFile.Read(State)?.Processes.Single(x => x.Name == process).Pid is { } pid && Linux.StartOf(pid) is not null) return pid;
            await Task.Delay(100);
        }
    }

    /// <summary>kill -9. Whoever looks after it starts it again.</summary>
    public async Task Kill(string process) => Linux.SignalProcess(await Pid(process), Signal.Kill);

    /// <summary>Kills it and keeps it dead until <see cref="Release"/>.</summary>
    public async Task KillAndHold(string process)
    {
        var pid = await Pid(process);
        await File.WriteAllTextAsync(State.HoldFile(process), "");
        Linux.SignalProcess(pid, Signal.Kill);
    }

    /// <summary>Stops it in order and keeps it stopped.</summary>
    public async Task Hold(string process)
    {
        var pid = await Pid(process);
        await File.WriteAllTextAsync(State.HoldFile(process), "");
        while (Linux.StartOf(pid) is not null) await Task.Delay(100);
    }

    /// <summary>Lets it run again.</summary>
    public void Release(string process) => File.Delete(State.HoldFile(process));

    /// <summary>A connection past every lock, for looking behind the doors.</summary>
    public async Task<NpgsqlConnection> Open(string service)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Run.Postgres) { Database = $"{service}db", Pooling = false, Timeout = 5, CommandTimeout = 60 }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Whether every process runs, and every service answers that it is well.</summary>
    public async Task<bool> IsWell(CancellationToken ct) => Run.Processes.All(x => x.Pid is not null) && await ServicesAreWell(ct);

    /// <summary>Whether every service answers that it is well, whatever servers are missing.</summary>
    public async Task<bool> ServicesAreWell(CancellationToken ct)
    {
        foreach (var process in Run.Processes.Where(x => x.Http is not null))
            if (process.Pid is null || !await Running.IsHealthy(new Uri($"{process.Http}/health"), ct)) return false;
        return true;
    }

    /// <summary>Its data and logs stay for whoever looks for what went wrong.</summary>
    public bool Keep { get; set; } = true;

    /// <summary>Its data stay for a start to come, and nobody need be told.</summary>
    public bool LeaveData { get; set; }

    /// <summary>How long PostgreSQL and RabbitMQ took, which start together.</summary>
    public TimeSpan ServersReadyAfter { get; private set; }

    /// <summary>What is to be done once nothing runs any more.</summary>
    public Func<Task>? AfterDown { get; set; }

    /// <summary>Stops what was started here.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _up, null) is not { } up) return;
        using var down = Process.Start(new ProcessStartInfo("dotnet", [_standalone, "down", "--state", State.Root]) { RedirectStandardOutput = true })!;
        await down.WaitForExitAsync();
        await up.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        up.Dispose();
        if (AfterDown is not null) await AfterDown();
        if (Keep) Console.WriteLine($"Data and logs are kept in {State.Root}");
        else if (!LeaveData) Directory.Delete(State.Root, recursive: true);
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data?.EndsWith("SQL is ready", StringComparison.Ordinal) == true || line.Data?.EndsWith("MQ is ready", StringComparison.Ordinal) == true)
            ServersReadyAfter = Stopwatch.GetElapsedTime(_began);
        lock (_said)
        {
            _said.Enqueue(line.Data ?? "");
            if (_said.Count > 80) _said.Dequeue();
        }
    }
}
