using Microsoft.Extensions.Hosting;

namespace Platform.ServiceDefaults;

/// <summary>
/// Once, a moment after a process has started: what only starting needed (models that were built, delegates that were made) goes back to the system,
/// and not when some day there is work enough for a full collection. A street's machine runs eight such processes.
/// </summary>
internal sealed class MemoryOfStarting : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Moment, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
