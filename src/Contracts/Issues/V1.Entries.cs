namespace Platform.Contracts.Issues.V1;

/// <summary>What was entered in a resident's stead stands: the resident says so, or another of the staff.</summary>
public sealed record IssueConfirmed : Fact
{
    /// <summary>True where another of the staff said so, since the resident cannot be asked.</summary>
    public required bool Countersigned { get; init; }
}

/// <summary>For whom it was entered says that it is not theirs: it goes on without an author.</summary>
public sealed record IssueDisowned : Fact;
