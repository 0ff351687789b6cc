using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Kernel.Events;

/// <summary>
/// Is this process worth keeping? A bus that hangs though the broker is back is replaced by the process itself: see HearingBus and RelayBus. Where
/// even that has not helped for a while, beside a broker that takes new connections, the process says that it is not alive, and whoever looks
/// after it restarts it. A broker that is away itself is no reason to.
/// </summary>
internal sealed class BusDelivers(HearingBus bus, RelayState relay, BrokerAddress broker, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private long? _hangsSince;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (bus.Trouble is null && !relay.Waits)
        {
            _hangsSince = null;
            return HealthCheckResult.Healthy();
        }

        // Counted from when the broker is back: until then every bus is unwell, and reconnecting takes a moment.
        _hangsSince = await broker.TakesConnections(cancellationToken) ? _hangsSince ?? clock.GetTimestamp() : null;
        return _hangsSince is { } since && clock.GetElapsedTime(since) > Patience
            ? HealthCheckResult.Unhealthy("The broker is there, and this process no longer reaches it.")
            : HealthCheckResult.Healthy("The bus is unwell; the broker may be away.");
    }
}

/// <summary>Whether the relay's last round ended at the broker; a database that is away is another matter.</summary>
public sealed class RelayState
{
    public bool Waits { get; set; }
}
