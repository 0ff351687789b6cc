using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Kernel.Events;

/// <summary>
/// The bus that the reactions hear by, looked after so that it can be thrown away. MassTransit 8 tries a lost broker again after 3 s, then ever
/// later, up to 30 s, and may try the dead connection; a fresh bus in the same process hears at once. So a bus that has been unwell for a
/// moment, beside a broker that takes new connections, gives way to a fresh one, and its line is cut. What it was handling is delivered again.
/// </summary>
/// <param name="make">A new bus with all reactions, not started.</param>
/// <param name="broker">Where the broker is.</param>
/// <param name="log">Where it is told.</param>
internal sealed class HearingBus(Func<Line, IBusControl> make, BrokerAddress broker, ILogger<HearingBus> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250), Farewell = TimeSpan.FromSeconds(10);

    // How long a bus may be unwell. To begin takes longer on a busy machine, so each one in a row is given twice as long, and a process's first most.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), AtMost = TimeSpan.FromSeconds(30);

    private volatile IBusControl? _bus;

    /// <summary>How it does, in MassTransit's words; null where it hears.</summary>
    public string? Trouble => _bus?.CheckHealth() switch { null => "not started", { Status: BusHealthStatus.Healthy } => null, var health => health.Description };

    /// <summary>Declares exchanges, queue and bindings, and is done: the migration step's.</summary>
    public async Task Declare()
    {
        var line = new Line();
        var bus = make(line);
        await bus.StartAsync();
        await bus.Leave(Farewell, log);
        line.Cut();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var patience = AtMost; !stoppingToken.IsCancellationRequested;)
        {
            using var begins = new CancellationTokenSource();
            var line = new Line();
            var bus = make(line);
            var started = bus.StartAsync(begins.Token).Quietly(log);
            _bus = bus;
            var heard = await UntilUnwell(bus, patience, stoppingToken);
            if (!started.IsCompleted) await begins.CancelAsync();
            var left = Leave(bus, started);
            if (stoppingToken.IsCancellationRequested) await left.WaitAsync(Farewell, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else log.LogWarning("The bus heard nothing beside a broker that is there; a fresh one takes its place");
            line.Cut();
            patience = heard ? Patience * 2 : TimeSpan.FromTicks(Math.Min(AtMost.Ticks, patience.Ticks * 2));
        }
    }

    // Whether it was well at all.
    private async Task<bool> UntilUnwell(IBusControl bus, TimeSpan patience, CancellationToken stopping)
    {
        var (heard, unwell, asked) = (false, TimeSpan.Zero, TimeProvider.System.GetTimestamp());
        while (unwell < patience)
        {
            await Task.Delay(Beat, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) break;
            var well = bus.CheckHealth().Status is BusHealthStatus.Healthy;
            if (well) (heard, patience) = (true, Patience);
            // Counted while the broker is there: until then every bus is unwell, and a fresh one would be no better.
            unwell = !well && await broker.TakesConnections(stopping) ? unwell + TimeProvider.System.GetElapsedTime(asked) : TimeSpan.Zero;
            asked = TimeProvider.System.GetTimestamp();
        }

        return heard;
    }

    // Not waited for where another takes its place.
    private async Task Leave(IBusControl old, Task started)
    {
        await started;
        await old.Leave(Farewell, log);
    }
}
