using System.Collections.Concurrent;
using System.Diagnostics;

namespace Platform.Standalone.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as we do. Linux ties "signal me when my parent dies" to the thread
/// that forked, not to the process: a child started from the thread pool would be killed when that idle thread retires.
/// </summary>
public static class Spawner
{
    private static readonly BlockingCollection<(ProcessStartInfo What, TaskCompletionSource<Process> Started)> Orders = [];

    static Spawner() => new Thread(Work) { IsBackground = true, Name = "spawner" }.Start();

    /// <summary>Starts the process on the lasting thread.</summary>
    public static Task<Process> Start(ProcessStartInfo what)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add((what, started));
        return started.Task;
    }

    private static void Work()
    {
        foreach (var (what, started) in Orders.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(what)!);
            }
            catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(new CannotStartException($"{what.FileName} could not be started: {error.Message}"));
            }
        }
    }
}
