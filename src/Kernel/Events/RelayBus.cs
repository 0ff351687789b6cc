using MassTransit;
using Microsoft.Extensions.Logging;

namespace Platform.Kernel.Events;

/// <summary>
/// The relay's own bus, which publishes and hears nothing, so that it can be thrown away. MassTransit 8 does not give a bus back whose broker
/// node died while publishes waited for it: they are tried again on the dead connection, which in turn ends only when nobody uses it any
/// more. A fresh bus in the same process goes on at once; so after a round that failed the next one has a fresh bus.
/// </summary>
internal sealed class RelayBus(BrokerAddress broker, ILogger<RelayBus> log) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private Running? _running;

    /// <summary>The bus, started.</summary>
    public async Task<IBus> Started(CancellationToken ct)
    {
        if (_running is { } running) return running.Bus;
        var line = new Line();
        var fresh = new Running(MassTransit.Bus.Factory.CreateUsingRabbitMq(x => broker.IsHost(x, line)), line);
        try
        {
            // Told to hurry it would stop in order first, and that may last.
            await fresh.Bus.StartAsync(CancellationToken.None).WaitAsync(ct);
        }
        catch
        {
            Leave(fresh);
            throw;
        }

        return (_running = fresh).Bus;
    }

    /// <summary>The next round begins with a fresh one. The old one's end is not waited for: it may never come.</summary>
    public void Drop()
    {
        if (Interlocked.Exchange(ref _running, null) is { } old) Leave(old);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _running, null) is { } last) await last.Bus.Leave(Farewell, log);
    }

    private void Leave(Running old)
    {
        old.Line.Cut();
        _ = old.Bus.Leave(Farewell, log);
    }

    private sealed record Running(IBusControl Bus, Line Line);
}
