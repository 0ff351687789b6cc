using System.Globalization;

namespace Platform.Standalone;

/// <summary>Finds who listens on a port, from /proc alone (no tool is installed for an error message).</summary>
public static class PortHolder
{
    /// <summary>"nginx (process 812)", or the user where the process is somebody else's and hidden from us.</summary>
    public static string Of(int port)
    {
        if (Listening(port) is not var (inode, user)) return "a process that could not be found";

        foreach (var process in Directory.EnumerateDirectories("/proc").Where(x => char.IsAsciiDigit(Path.GetFileName(x)[0])))
        {
            try
            {
                if (Directory.EnumerateFiles(process + "/fd").Any(x => new FileInfo(x).LinkTarget == $"socket:[{inode}]"))
                    return $"{File.ReadAllText(process + "/cmdline").Replace('\0', ' ').Trim()} (process {Path.GetFileName(process)})";
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Ended meanwhile, or another user's.
            }
        }

        return $"a process of user number {user}";
    }

    private static (string Inode, string User)? Listening(int port)
    {
        var local = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return (from table in (string[])["/proc/net/tcp", "/proc/net/tcp6"]
                where File.Exists(table)
                from line in File.ReadLines(table).Skip(1)
                let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                where fields[1].EndsWith(local, StringComparison.Ordinal) && fields[3] == "0A" // 0A: listening
                select ((string, string)?)(fields[9], fields[7])).FirstOrDefault();
    }
}
