using Platform.Standalone.Processes;
using Platform.Standalone.Servers;

namespace Platform.Standalone;

/// <summary>Everything that is running, in the order it was started; stopped in the opposite one.</summary>
public sealed class Running(StateDirectory state) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly List<Supervised[]> _stages = [];

    /// <summary>All processes.</summary>
    public IEnumerable<Supervised> All => _stages.SelectMany(x => x);

    /// <summary>Starts processes that may start together.</summary>
    public Supervised[] Start(params IEnumerable<(Command Command, Uri? Alive)> commands)
    {
        var stage = commands.Select(x => new Supervised(x.Command, x.Alive, state, new Care(), Say)).ToArray();
        _stages.Add(stage);
        foreach (var process in stage) process.Start();
        return stage;
    }

    /// <summary>Waits until a server is ready; one that ended instead, or takes too long, is an error that shows its last words.</summary>
    public async Task Until(Supervised process, Func<CancellationToken, Task> ready, TimeSpan patience, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        waiting.CancelAfter(patience);
        var answer = ready(waiting.Token);
        if (await Task.WhenAny(answer, process.FirstTrouble) != answer)
        {
            await waiting.CancelAsync();
            throw new CannotStartException($"{process.Name} {await process.FirstTrouble}. {LogFile.Tail(state.Log(process.Name))}");
        }

        try
        {
            await answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new CannotStartException($"{process.Name} was not ready after {patience.TotalSeconds:0} s. {LogFile.Tail(state.Log(process.Name))}");
        }
    }

    /// <summary>Does things side by side; the first that fails ends the others, instead of waiting for them.</summary>
    public static async Task Together(CancellationToken ct, params IEnumerable<Func<CancellationToken, Task>> works)
    {
        using var others = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var begun = works.Select(x => x(others.Token)).ToList();
        while (begun.Count > 0)
        {
            var done = await Task.WhenAny(begun);
            begun.Remove(done);
            if (done.IsCompletedSuccessfully) continue;
            await others.CancelAsync();
            await Task.WhenAll(begun).ContinueWith(static _ => { }, TaskScheduler.Default);
            await done;
        }
    }

    /// <summary>Starts PostgreSQL and returns when it answers.</summary>
    public async Task Start(Postgres postgres, CancellationToken ct)
    {
        var process = Start((await postgres.Prepare(ct), null))[0];
        await Until(process, postgres.WaitUntilReady, TimeSpan.FromSeconds(60), ct);
        Say("PostgreSQL is ready");
    }

    /// <summary>
    /// Starts RabbitMQ and returns when it takes connections. A cluster's nodes that have data start together, since each waits for the others;
    /// new ones come one after another, to join the first.
    /// </summary>
    public async Task Start(IReadOnlyList<RabbitMq> nodes, string virtualHost, CancellationToken ct)
    {
        Start((nodes[0].PortMapper(), null));
        var together = nodes.All(x => x.HasData);
        var ready = new List<Func<CancellationToken, Task>>();
        foreach (var node in nodes)
        {
            var process = Start((node.Prepare(), null))[0];
            ready.Add(stop => Until(process, x => node.WaitUntilReady(virtualHost, x), TimeSpan.FromSeconds(90), stop));
            if (!together) await ready[^1](ct);
        }

        await Together(ct, ready);
        Say(nodes.Count == 1 ? "RabbitMQ is ready" : $"RabbitMQ's {nodes.Count} nodes are ready");
    }

    /// <summary>Waits until an address answers 200; keeps asking through restarts, for a service may need another first.</summary>
    public async Task UntilHealthy(Supervised process, Uri health, TimeSpan patience, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await IsHealthy(health, ct))
        {
            if (process.Restarts >= 3 || TimeProvider.System.GetElapsedTime(began) > patience)
                throw new CannotStartException($"{process.Name} is not healthy ({health}). {LogFile.Tail(state.Log(process.Name))}");
            await Task.Delay(150, ct);
        }
    }

    /// <summary>Whether an address answers 200.</summary>
    public static async Task<bool> IsHealthy(Uri health, CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(health, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception none) when (none is HttpRequestException || (none is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>A line of progress.</summary>
    public static void Say(string line) => Console.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {line}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var stage in Enumerable.Reverse(_stages)) await Task.WhenAll(stage.Select(x => x.Stop()));
        foreach (var process in All) process.Dispose();
    }
}
