using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Kernel.Events;

/// <summary>Ready, or not: without its broker a service still answers, but what it says reaches nobody, so it must not be called healthy.</summary>
internal sealed class BusIsWell(HearingBus bus) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(bus.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy());
}
