using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Kernel.Events;

/// <summary>
/// Is this process worth keeping? A bus can be left hanging after its broker's node was lost, though the broker is back: publishing and
/// consuming wait for ever, and a fresh process would go on at once. So a bus that has been unwell for a while, beside a broker that takes
/// new connections, makes the process not alive, and the supervisor restarts it. A broker that is away itself is no reason to.
/// </summary>
internal sealed class BusDelivers(IBusControl bus, RelayState relay, BrokerAddress broker, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private long? _hangsSince;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (bus.CheckHealth().Status is BusHealthStatus.Healthy && !relay.Waits)
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
