using System.Globalization;

namespace Platform.Standalone.Processes;

/// <summary>A process written down with the moment it began, so that a number used again is not taken for it.</summary>
public sealed class PidFile(string path)
{
    /// <summary>Writes a process down.</summary>
    public static PidFile Write(string path, int pid)
    {
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{pid} {Linux.StartOf(pid) ?? 0}\n"));
        return new PidFile(path);
    }

    /// <summary>The process, if it still runs.</summary>
    public int? Running => Read() is var (pid, start) && Linux.StartOf(pid) == start ? pid : null;

    /// <summary>Forgets it.</summary>
    public void Delete() => File.Delete(path);

    /// <summary>Waits for a process that was left behind, and for its group, then kills them. True if there was anything.</summary>
    public async Task<bool> Bury(TimeSpan patience)
    {
        var found = false;
        if (Read() is var (pid, start) && Linux.StartOf(pid) is var now && (now is null || now == start))
        {
            // While any of a group lives its number is not given out again, so a group without its leader is still ours.
            var until = TimeProvider.System.GetTimestamp();
            while (Linux.GroupRuns(pid) && TimeProvider.System.GetElapsedTime(until) < patience)
            {
                found = true;
                await Task.Delay(100);
            }

            Linux.SignalGroup(pid, Signal.Kill);
        }

        Delete();
        return found;
    }

    private (int Pid, long Start)? Read()
    {
        if (!File.Exists(path)) return null;
        var parts = File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var start) && start > 0
            ? (pid, start) : null;
    }
}
