using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Standalone.Processes;

/// <summary>The few things of Linux that .NET has no name for.</summary>
public static partial class Linux
{
    /// <summary>Whether we are root: PostgreSQL then needs another user.</summary>
    public static bool IsRoot => Environment.UserName == "root" || GetEffectiveUserId() == 0;

    /// <summary>Sends a signal to a whole process group; false when none of it is left.</summary>
    public static bool SignalGroup(int group, Signal signal) => Kill(-group, (int)signal) == 0;

    /// <summary>Sends a signal to one process; false when it is gone.</summary>
    public static bool SignalProcess(int pid, Signal signal) => Kill(pid, (int)signal) == 0;

    /// <summary>
    /// When a process began, in the kernel's ticks; null when it is gone. With the number it names a process for good,
    /// where the number alone may by now belong to a stranger.
    /// </summary>
    public static long? StartOf(int pid) =>
        Stat(pid) is { State: not "Z" } stat ? stat.Start : null;

    /// <summary>Whether anything of a process group still runs; the dead that nobody has collected yet (zombies) do not count.</summary>
    public static bool GroupRuns(int group) =>
        Directory.EnumerateDirectories("/proc")
            .Select(x => int.TryParse(Path.GetFileName(x), CultureInfo.InvariantCulture, out var pid) ? Stat(pid) : null)
            .Any(x => x is { State: not "Z" } stat && stat.Group == group);

    // The name in brackets may itself hold brackets and spaces; the fields after the last one are plain.
    private static (string State, int Group, long Start)? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0], int.Parse(fields[2], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}
