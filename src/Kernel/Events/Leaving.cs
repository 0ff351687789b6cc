using MassTransit;
using Microsoft.Extensions.Logging;

namespace Platform.Kernel.Events;

/// <summary>How a bus is left whose beginning or end may fail, or never come: MassTransit's stopping may not end, even of a bus that did nothing but declare.</summary>
internal static class Leaving
{
    /// <summary>Stops it, and waits for no longer than this.</summary>
    public static async Task Leave(this IBusControl bus, TimeSpan within, ILogger log)
    {
        using var limit = new CancellationTokenSource(within);
        await bus.StopAsync(limit.Token).WaitAsync(limit.Token).Quietly(log);
    }

    /// <summary>Waits, whatever comes of it.</summary>
    public static async Task Quietly(this Task ends, ILogger log)
    {
        try
        {
            await ends;
        }
        catch (Exception e)
        {
            log.LogDebug("A bus that lost its broker did not begin or end in order: {Reason}", e.Message);
        }
    }
}
