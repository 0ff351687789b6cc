namespace Platform.Contracts.Issues.V1;

/// <summary>Its author rated the result: 1 to 5.</summary>
public sealed record IssueRated : Fact
{
    public required int Score { get; init; }

    /// <summary>True where staff wrote down what the author said in a follow-up call 回访.</summary>
    public bool? ByCall { get; init; }
}

/// <summary>Its author was dissatisfied: it is worked on again.</summary>
public sealed record IssueReopened : Fact
{
    /// <summary>How often by now.</summary>
    public required int Times { get; init; }
}

/// <summary>It came to its end.</summary>
public sealed record IssueClosed : Fact
{
    public required ClosedBecause Because { get; init; }
}
