using Platform.Standalone.Processes;

namespace Platform.Journeys.Stage;

/// <summary>Processes that run and were given a directory, by argument or environment: what a platform that stopped must not leave.</summary>
internal static class Remains
{
    public static IEnumerable<string> Of(string directory) =>
        from process in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(process), out var pid) && pid != Environment.ProcessId && Linux.StartOf(pid) is not null
        where Read(process + "/cmdline").Contains(directory, StringComparison.Ordinal) || Read(process + "/environ").Contains(directory, StringComparison.Ordinal)
        select Read(process + "/cmdline");

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
