using Platform.Standalone.Processes;

namespace Platform.Standalone.Tests;

/// <summary>A state directory of a test's own, gone afterwards.</summary>
public sealed class Scratch : IDisposable
{
    private readonly string _directory;

    public Scratch()
    {
        _directory = System.IO.Directory.CreateTempSubdirectory("standalone-").FullName;
        // PostgreSQL's user passes through.
        File.SetUnixFileMode(_directory, (UnixFileMode)Convert.ToInt32("711", 8));
        State = StateDirectory.Choose(Path.Combine(_directory, "state"), "/", _ => true);
        State.Prepare();
    }

    public StateDirectory State { get; }

    /// <summary>All processes that run and were given this directory, or stand in it, however they were started.</summary>
    public IEnumerable<string> Processes() =>
        from process in System.IO.Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(process), out var pid) && Linux.StartOf(pid) is not null
        let words = Words(process)
        where words.Contains(_directory, StringComparison.Ordinal)
        select words;

    public void Dispose() => System.IO.Directory.Delete(_directory, recursive: true);

    // What it was called with, and, for Erlang's helpers that are called with nothing, its environment.
    private static string Words(string process)
    {
        try
        {
            return (File.ReadAllText(process + "/cmdline") + File.ReadAllText(process + "/environ")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
