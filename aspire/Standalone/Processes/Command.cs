namespace Platform.Standalone.Processes;

/// <summary>A program to run, and how it likes to be stopped.</summary>
public sealed record Command(string Name, string Executable, params IReadOnlyList<string> Arguments)
{
    /// <summary>Working directory; ASP.NET Core's content root.</summary>
    public string Directory { get; init; } = "/";

    /// <summary>Added to ours; null removes.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The signal that means "finish and go": TERM, but INT for PostgreSQL, whose TERM waits for its clients.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>The signal that the kernel sends it if we die without a word.</summary>
    public Signal OrphanSignal { get; init; } = Signal.Kill;

    /// <summary>Another user to run as; PostgreSQL refuses root.</summary>
    public string? User { get; init; }

    /// <summary>How long it may take to finish before it is killed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Signals by Linux's numbers; .NET's own enumeration lacks KILL.</summary>
public enum Signal
{
    /// <summary>What Ctrl-C sends.</summary>
    Interrupt = 2,

    /// <summary>What no process can refuse.</summary>
    Kill = 9,

    /// <summary>A request to finish.</summary>
    Terminate = 15,
}
