using System.Diagnostics;

namespace Platform.Bench.Measuring;

/// <summary>So many a second, whether or not the one before has ended: what comes from outside does not wait either.</summary>
internal static class Paced
{
    /// <returns>How many there were.</returns>
    public static async Task<int> Run(int perSecond, TimeSpan time, Func<long, Task> one, CancellationToken ct)
    {
        var (began, running, sent) = (Stopwatch.GetTimestamp(), new List<Task>(), 0);
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond); sent < due; sent++)
            {
                var number = sent;
                running.Add(Task.Run(() => one(number), ct));
            }

            await Task.Delay(1, ct);
        }

        await Task.WhenAll(running);
        return sent;
    }
}
