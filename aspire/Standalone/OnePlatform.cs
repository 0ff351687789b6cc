using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>Holds a state directory for one Standalone at a time, by a lock that the kernel drops should we die.</summary>
public sealed class OnePlatform : IDisposable
{
    private readonly FileStream _lock;
    private readonly PidFile _pid;

    private OnePlatform(FileStream held, PidFile pid) => (_lock, _pid) = (held, pid);

    /// <summary>Takes the directory, or says who has it.</summary>
    public static OnePlatform Take(StateDirectory state)
    {
        try
        {
            var held = new FileStream(state.In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new OnePlatform(held, PidFile.Write(state.In("standalone.pid"), Environment.ProcessId));
        }
        catch (IOException)
        {
            throw new CannotStartException(
                $"The platform is running already in {state.Root} (process {new PidFile(state.In("standalone.pid")).Running}). " +
                "./platform status shows it, ./platform down stops it.");
        }
    }

    /// <summary>Ends what a Standalone that was killed may have left: the kernel has told its children to stop, but not theirs.</summary>
    public static async Task BuryLeftovers(StateDirectory state)
    {
        if (!Directory.Exists(state.In("pids"))) return;
        await Task.WhenAll(Directory.GetFiles(state.In("pids")).Select(async file =>
        {
            if (await new PidFile(file).Bury(TimeSpan.FromSeconds(15)))
                Console.WriteLine($"Stopped {Path.GetFileName(file)}, left behind by a platform that was killed.");
        }));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _pid.Delete();
        _lock.Dispose();
    }
}
