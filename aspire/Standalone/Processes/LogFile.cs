namespace Platform.Standalone.Processes;

/// <summary>One process's output: begun anew at each start of the platform, never more than two files of the cap.</summary>
public sealed class LogFile : IDisposable
{
    private const long Cap = 20 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly string _path;
    private StreamWriter _writer;
    private long _written;

    /// <summary>Opens the log; what an earlier start wrote is kept beside it as .1.</summary>
    public LogFile(string path)
    {
        _path = path;
        _writer = Begin();
    }

    /// <summary>Writes a line and makes it visible at once: logs are read while things go wrong.</summary>
    public void Write(string line)
    {
        lock (_lock)
        {
            if (_written > Cap)
            {
                _writer.Dispose();
                _writer = Begin();
            }

            _writer.WriteLine(line);
            _written += line.Length + 1;
        }
    }

    /// <summary>The last lines of a log, for an error message.</summary>
    public static string Tail(string path, int lines = 15)
    {
        if (!File.Exists(path)) return $"({path} was never written)";
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var last = new Queue<string>();
        while (file.ReadLine() is { } line)
        {
            last.Enqueue(line);
            if (last.Count > lines) last.Dequeue();
        }

        return $"Last lines of {path}:\n  " + string.Join("\n  ", last);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock) _writer.Dispose();
    }

    private StreamWriter Begin()
    {
        _written = 0;
        if (File.Exists(_path)) File.Move(_path, _path + ".1", overwrite: true);
        return new StreamWriter(new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }
}
