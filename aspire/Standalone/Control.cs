using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>What is asked of a platform that runs elsewhere: status, down, and stopping or starting one of its processes.</summary>
public static class Control
{
    /// <summary>Stops the running platform and whatever an earlier one left; with data, forgets everything.</summary>
    public static async Task Down(StateDirectory state, bool data)
    {
        var running = new PidFile(state.In("standalone.pid"));
        if (running.Running is { } pid)
        {
            Linux.SignalProcess(pid, Signal.Terminate);
            var since = TimeProvider.System.GetTimestamp();
            while (running.Running is not null && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(90)) await Task.Delay(100);
            if (running.Running is not null) Linux.SignalProcess(pid, Signal.Kill);
            Console.WriteLine("Stopped.");
        }
        else
        {
            Console.WriteLine("Nothing is running.");
        }

        await OnePlatform.BuryLeftovers(state);
        if (!data || !Directory.Exists(state.Root)) return;
        Directory.Delete(state.Root, recursive: true);
        Console.WriteLine($"Forgot all data in {state.Root}.");
    }

    /// <summary>A line a process; 0 when everything is healthy, 3 (as of init scripts) when nothing runs.</summary>
    public static async Task<int> Status(StateDirectory state, CancellationToken ct)
    {
        if (RunFile.Read(state) is not { } run || new PidFile(state.In("standalone.pid")).Running is null)
        {
            Console.WriteLine(new PidFile(state.In("standalone.pid")).Running is { } pid
                ? $"Starting or stopping (process {pid}); logs are in {state.In("logs")}" : "Not running.");
            return 3;
        }

        var well = true;
        foreach (var process in run.Processes)
        {
            var healthy = process.Http is null ? process.Pid is not null : await Running.IsHealthy(new Uri(process.Http + "/health"), ct);
            well &= healthy;
            var condition = File.Exists(state.HoldFile(process.Name)) ? "stopped" : healthy ? "healthy" : "UNHEALTHY";
            Console.WriteLine($"{process.Name,-14}{condition,-11}{process.Pid,8}  {(process.Restarts > 0 ? $"restarted {process.Restarts}x  " : "")}{process.Http}");
        }

        Console.WriteLine($"Web {run.Web}  API {run.Gateway}/docs  Dashboard {run.Dashboard ?? "-"}  State {run.State}");
        return well ? 0 : 1;
    }

    /// <summary>Keeps a process stopped, or lets it run again: to see what the platform does without it.</summary>
    public static void Hold(StateDirectory state, string process, bool hold)
    {
        var run = RunFile.Read(state) ?? throw new CannotStartException("Not running.");
        if (run.Processes.All(x => x.Name != process))
            throw new CannotStartException($"There is no process '{process}'; there are {string.Join(", ", run.Processes.Select(x => x.Name))}.");
        if (hold) File.WriteAllText(state.HoldFile(process), "");
        else File.Delete(state.HoldFile(process));
        Console.WriteLine(hold ? $"{process} is stopped until ./platform start {process}." : $"{process} is started again.");
    }
}
