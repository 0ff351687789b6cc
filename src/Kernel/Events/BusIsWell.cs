using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Kernel.Events;

/// <summary>
/// Ready, or not: without its broker a service still answers, but what it says reaches nobody, so it must not be called healthy. MassTransit
/// itself calls a bus that lost its broker degraded, which /health would answer with 200.
/// </summary>
internal sealed class BusIsWell(IBusControl bus) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = bus.CheckHealth();
        return Task.FromResult(health.Status is BusHealthStatus.Healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(health.Description));
    }
}
