namespace Platform.Contracts.Issues.V1;

/// <summary>Somebody commented on an issue that is on the public board. SubjectId is the comment; what it says stays where it is.</summary>
public sealed record CommentWritten : Fact
{
    public required Guid IssueId { get; init; }

    /// <summary>True where staff are to look at it before it is shown.</summary>
    public required bool Waits { get; init; }
}

/// <summary>Staff decided whether a comment is shown. SubjectId is the comment.</summary>
public sealed record CommentDecided : Fact
{
    public required Guid IssueId { get; init; }
    public required bool Shown { get; init; }
}
