using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>How often to look after a process, and how long to bear with it.</summary>
public sealed record Care
{
    /// <summary>Between two questions whether it lives.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Questions without an answer before it is restarted; a machine may be too busy to answer. One that answers "no" is believed at once.</summary>
    public int Misses { get; init; } = 8;

    /// <summary>It may take this long to answer for the first time.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Before the first restart; doubled each time, up to 30 s, and forgotten for one that was sound.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>One that went on for so long after its first answer was sound: what ended it came from elsewhere, so it is started again at once.</summary>
    public TimeSpan Sound { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The same for one that is not asked, from its start.</summary>
    public TimeSpan SoundUnasked { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>Keeps one process running: starts it again when it ends or no longer answers, unless it is held or we are stopping.</summary>
public sealed class Supervised(Command command, Uri? alive, StateDirectory state, Care care, Action<string> say) : IDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private readonly TaskCompletionSource<string> _firstTrouble = new();
    private volatile Child? _child;

    /// <summary>Its name, as in its log and in ./platform logs NAME.</summary>
    public string Name => command.Name;

    /// <summary>Its process number while it runs.</summary>
    public int? Pid => _child?.Pid;

    /// <summary>How often it was started after the first time.</summary>
    public int Restarts { get; private set; }

    /// <summary>Completes when it first ends by itself, with what happened: whoever waits for it to be ready need wait no longer.</summary>
    public Task<string> FirstTrouble => _firstTrouble.Task;

    /// <summary>Starts it and keeps it running.</summary>
    public void Start() => _running = Task.Run(Keep);

    /// <summary>Stops it, and waits until it has gone.</summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    private bool Held => File.Exists(state.HoldFile(Name));

    private async Task Keep()
    {
        using var log = new LogFile(state.Log(Name));
        var delay = care.BackOff;
        while (!_stop.IsCancellationRequested)
        {
            _child = await Child.Start(command, state, log);
            var (reason, isSound) = await UntilTrouble(_child);
            await _child.Stop();
            _child = null;
            if (_stop.IsCancellationRequested) return;

            if (isSound) delay = care.BackOff;
            _firstTrouble.TrySetResult(reason);
            say($"{Name} {reason}{(Held ? "" : $"; starting it again in {delay.TotalSeconds:0.#} s ({state.Log(Name)})")}");
            await Pause(delay);
            while (Held && !_stop.IsCancellationRequested) await Pause(TimeSpan.FromMilliseconds(300));
            delay = TimeSpan.FromSeconds(Math.Min(30, delay.TotalSeconds * 2));
            Restarts++;
        }
    }

    private async Task<(string Reason, bool IsSound)> UntilTrouble(Child child)
    {
        var (misses, began, asked, answered) = (0, TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp(), (long?)null);
        while (!_stop.IsCancellationRequested)
        {
            var beat = TimeSpan.FromMilliseconds(Math.Min(300, care.Every.TotalMilliseconds));
            if (await Task.WhenAny(child.Exited, Pause(beat)) == child.Exited) return Trouble($"ended with code {await child.Exited}");
            if (Held) return Trouble("is stopped until ./platform start " + Name);
            if (alive is null || TimeProvider.System.GetElapsedTime(asked) < care.Every) continue;

            asked = TimeProvider.System.GetTimestamp();
            var lives = await Lives();
            if (lives is true) (misses, answered) = (0, answered ?? asked);
            else if (lives is false && answered is not null) return Trouble($"says at {alive} that it does not live");
            else if (answered is not null || TimeProvider.System.GetElapsedTime(began) > care.Grace) misses++;
            if (misses >= care.Misses) return Trouble($"did not answer {alive} {misses} times");
        }

        return Trouble("is stopped");

        (string, bool) Trouble(string reason) => (reason,
            answered is { } first ? TimeProvider.System.GetElapsedTime(first) > care.Sound : alive is null && TimeProvider.System.GetElapsedTime(began) > care.SoundUnasked);
    }

    // Null where it says nothing.
    private async Task<bool?> Lives()
    {
        try
        {
            using var answer = await Http.GetAsync(alive, _stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    // A pause that ends at once when we are told to stop.
    private Task Pause(TimeSpan time) => Task.Delay(time, _stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
}
