using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;

namespace Platform.Contracts.Issues.V1;

/// <summary>By which way an issue came in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Web, Poster, Api, Visit, TalkDay, Hotline, Open311, Paper, Phone }

/// <summary>Which of an issue's clocks: taking it on, sorting it, working on it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockKind>))]
public enum ClockKind { Acceptance, Triage, Action }

/// <summary>Why an issue came to its end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosedBecause>))]
public enum ClosedBecause { Satisfied, Neither, NoAnswer, NoActionNeeded }

/// <summary>Somebody raised an issue. SubjectId of every fact here is the issue.</summary>
public sealed record IssueSubmitted : Fact
{
    public required Guid AreaId { get; init; }
    public required Channel Channel { get; init; }
    public required string Category { get; init; }
    public string? Campaign { get; init; }

    /// <summary>True where it was entered in somebody's stead: then not who did it is its author, but <see cref="AuthorId"/>.</summary>
    public bool? Proxy { get; init; }

    /// <summary>For whom it was entered; null where nobody is known.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The day on which it was raised, where it was entered later: the talk day, the day of the call.</summary>
    public DateOnly? RaisedOn { get; init; }
}

/// <summary>The committee takes it on.</summary>
public sealed record IssueAccepted : Fact;

/// <summary>The committee does not take it on; the reason is on the issue.</summary>
public sealed record IssueDeclined : Fact;

/// <summary>The author asks another person to look at the refusal again.</summary>
public sealed record IssueAppealed : Fact;

/// <summary>Another person decided the appeal: the refusal stands, or the issue is submitted anew.</summary>
public sealed record IssueAppealDecided : Fact
{
    /// <summary>True where the refusal stands.</summary>
    public required bool Upheld { get; init; }
}

/// <summary>It is the same matter as another issue and goes on there.</summary>
public sealed record IssueMerged : Fact
{
    public required Guid IntoId { get; init; }
    public required string IntoReceiptNumber { get; init; }
}

/// <summary>The merging was undone.</summary>
public sealed record IssueUnmerged : Fact
{
    public required Guid FromId { get; init; }
}

/// <summary>Actions were given out; the issue is being worked on.</summary>
public sealed record IssueActionsAssigned : Fact
{
    public Guid? ResolutionId { get; init; }
    public required IReadOnlyList<ResolvedAction> Actions { get; init; }
}

/// <summary>Every action is done; somebody else than the handler is to verify.</summary>
public sealed record IssueCompleted : Fact;

/// <summary>Somebody other than the handler looked and found it done, or not.</summary>
public sealed record IssueVerified : Fact
{
    public required bool Done { get; init; }
}

/// <summary>Its author took it back.</summary>
public sealed record IssueWithdrawn : Fact;

/// <summary>A clock of it ran out. Said once for each clock.</summary>
public sealed record IssueOverdue : Fact
{
    public required ClockKind Clock { get; init; }
    public required DateTimeOffset DueAt { get; init; }
}
