using System.Diagnostics;

namespace Platform.Standalone.Processes;

/// <summary>
/// A running process of ours. It has a session of its own (Ctrl-C in the terminal reaches only us, and we stop things in order),
/// is signalled by the kernel should we die, and is written down, so that the next start can see whether anything was left.
/// </summary>
public sealed class Child
{
    private readonly Process _process;
    private readonly Command _command;
    private readonly PidFile _pidFile;

    private Child(Process process, Command command, PidFile pidFile, LogFile log)
    {
        (_process, _command, _pidFile) = (process, command, pidFile);
        Exited = Watch(log);
    }

    /// <summary>Its process number, and its group's.</summary>
    public int Pid => _process.Id;

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts the command; its output goes to the log.</summary>
    public static async Task<Child> Start(Command command, StateDirectory state, LogFile log)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = command.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["setpriv", "--pdeathsig", NameOf(command.OrphanSignal)]) start.ArgumentList.Add(word);
        if (command.User is { } user)
            foreach (var word in (string[])[$"--reuid={user}", $"--regid={user}", "--init-groups", "--inh-caps=-all"]) start.ArgumentList.Add(word);
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(command.Executable);
        foreach (var argument in command.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in command.Environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;

        var process = await Spawner.Start(start);
        process.StandardInput.Close();
        return new Child(process, command, PidFile.Write(state.PidFile(command.Name), process.Id), log);
    }

    /// <summary>Runs a command to its end, and refuses with the end of its log if it fails.</summary>
    public static async Task Run(Command command, StateDirectory state, CancellationToken ct)
    {
        using var log = new LogFile(state.Log(command.Name));
        var child = await Start(command, state, log);
        try
        {
            if (await child.Exited.WaitAsync(ct) is not 0 and var code)
                throw new CannotStartException($"{command.Name} ended with code {code}. {LogFile.Tail(state.Log(command.Name))}");
        }
        finally
        {
            await child.Stop();
        }
    }

    /// <summary>Asks it to finish, waits, and kills what is left of it and of whatever it started.</summary>
    public async Task Stop()
    {
        if (!Exited.IsCompleted)
        {
            Linux.SignalProcess(Pid, _command.StopSignal);
            await Task.WhenAny(Exited, Task.Delay(_command.Patience));
        }

        Linux.SignalGroup(Pid, Signal.Kill);
        await Exited;
        _pidFile.Delete();
    }

    private static string NameOf(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Terminate => "TERM",
        _ => "KILL",
    };

    private async Task<int> Watch(LogFile log)
    {
        var output = Task.WhenAll(Copy(_process.StandardOutput, log), Copy(_process.StandardError, log));
        await _process.WaitForExitAsync();
        // A grandchild may hold the pipe open for ever: what it says after a moment is not waited for.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1)));
        return _process.ExitCode;
    }

    private static async Task Copy(StreamReader from, LogFile log)
    {
        try
        {
            while (await from.ReadLineAsync() is { } line) log.Write(line);
        }
        catch (ObjectDisposedException)
        {
            // We are leaving and the log is closed.
        }
    }
}
