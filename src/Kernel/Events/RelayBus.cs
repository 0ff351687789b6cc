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
    private IBusControl? _bus;

    /// <summary>The bus, started.</summary>
    public async Task<IBus> Started(CancellationToken ct)
    {
        if (_bus is { } running) return running;
        var fresh = MassTransit.Bus.Factory.CreateUsingRabbitMq(broker.IsHost);
        try
        {
            await fresh.StartAsync(ct);
        }
        catch
        {
            _ = Stop(fresh);
            throw;
        }

        return _bus = fresh;
    }

    /// <summary>The next round begins with a fresh one. The old one's end is not waited for: it may never come.</summary>
    public void Drop()
    {
        if (Interlocked.Exchange(ref _bus, null) is { } old) _ = Stop(old);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _bus, null) is { } last) await Stop(last);
    }

    private async Task Stop(IBusControl old)
    {
        try
        {
            using var limit = new CancellationTokenSource(Farewell);
            await old.StopAsync(limit.Token);
        }
        catch (Exception e)
        {
            log.LogDebug("A bus that lost its broker did not end in order: {Reason}", e.Message);
        }
    }
}
