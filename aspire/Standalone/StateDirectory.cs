using System.Security.Cryptography;
using System.Text;
using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>Where one platform keeps everything: data, passwords, logs. One directory, one platform.</summary>
public sealed class StateDirectory
{
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Ours | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private StateDirectory(string root) => Root = root;

    /// <summary>The directory itself.</summary>
    public string Root { get; }

    /// <summary>What a running platform tells about itself: addresses, process numbers, connection strings.</summary>
    public string RunFile => In("run.json");

    /// <summary>A file or directory of that name.</summary>
    public string In(string name) => Path.Combine(Root, name);

    /// <summary>The log of a process.</summary>
    public string Log(string process) => In($"logs/{process}.log");

    /// <summary>Where a running process is written down.</summary>
    public string PidFile(string process) => In($"pids/{process}");

    /// <summary>While this file exists, the process is kept stopped (./platform stop NAME).</summary>
    public string HoldFile(string process) => In($"hold/{process}");

    /// <summary>
    /// The directory that was asked for, else .local/state in the checkout, else, where PostgreSQL's user may not enter the
    /// checkout (it lies under /root, say), one under /var/lib that is this checkout's own.
    /// </summary>
    public static StateDirectory Choose(string? asked, string checkout, Func<string, bool> serversMayEnter)
    {
        if (asked is not null) return new StateDirectory(asked);
        var local = Path.Combine(checkout, ".local");
        if (serversMayEnter(checkout)) return new StateDirectory(Path.Combine(local, "state"));

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checkout)))[..8];
        return new StateDirectory($"/var/lib/platform-{mark}") { Moved = true };
    }

    /// <summary>Whether it had to move out of the checkout.</summary>
    public bool Moved { get; private init; }

    /// <summary>Makes what is missing. Others may pass through (PostgreSQL's user must) but not look around.</summary>
    public void Prepare()
    {
        try
        {
            foreach (var name in new[] { "", "logs", "pids", "hold", "keys", "sms", "attachments", "rabbitmq" })
            {
                Directory.CreateDirectory(In(name));
                File.SetUnixFileMode(In(name), name.Length == 0 && Linux.IsRoot ? Passable : Ours);
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new CannotStartException($"The state directory {Root} cannot be used: {error.Message}");
        }
    }

    /// <summary>Databases that run out of disk are worse than databases that did not start.</summary>
    public void RequireSpace(long bytes)
    {
        var free = new DriveInfo(Root).AvailableFreeSpace;
        if (free < bytes)
            throw new CannotStartException($"Only {free >> 20} MiB are free where the data is kept ({Root}); at least {bytes >> 20} MiB are needed.");
    }

    /// <summary>Writes a file that only we may read.</summary>
    public static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        var half = path + ".new";
        using (var writer = new StreamWriter(half, new UTF8Encoding(false), options)) writer.Write(text);
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Points ./platform (logs, clock) to the directory, wherever it is.</summary>
    public void Announce(string checkout)
    {
        Directory.CreateDirectory(Path.Combine(checkout, ".local"));
        File.WriteAllText(Path.Combine(checkout, ".local", "where"), Root + "\n");
    }
}
