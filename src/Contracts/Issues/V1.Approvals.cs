namespace Platform.Contracts.Issues.V1;

// What a second person approved.
/// <summary>It waits for something outside; its clocks pause.</summary>
public sealed record IssueSuspended : Fact
{
    /// <summary>It goes on then at the latest.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The waiting is over.</summary>
public sealed record IssueResumed : Fact;

/// <summary>It should never have been one; a second person agreed.</summary>
public sealed record IssueVoided : Fact;

/// <summary>It goes back: not ours, approved by a second person.</summary>
public sealed record IssueReturned : Fact
{
    /// <summary>Whose it is, in the words of who asked.</summary>
    public string? Whose { get; init; }
}
