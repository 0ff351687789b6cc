using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;

namespace Platform.Contracts.Issues.V1;

/// <summary>How large a matter is, and so who deliberates it: 小事 the building, 大事 the grid, 难事 the neighbourhood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Scale>))]
public enum Scale { Small, Major, Hard }

/// <summary>By which way an issue came in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Web, Poster, Api, Visit, TalkDay, Hotline, Open311 }

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

/// <summary>Its scale was decided, and with it whose deliberation it goes to.</summary>
public sealed record IssueTriaged : Fact
{
    public required Scale Scale { get; init; }

    /// <summary>Where the matter is.</summary>
    public required Guid AreaId { get; init; }

    /// <summary>The building, grid or neighbourhood whose body deliberates it.</summary>
    public required Guid DeliberationAreaId { get; init; }

    public required AreaLevel DeliberationLevel { get; init; }

    /// <summary>True for the fast lane: no deliberation needed.</summary>
    public required bool FastLane { get; init; }
}

/// <summary>Its level could not settle it: one level up.</summary>
public sealed record IssueEscalated : Fact
{
    public required Guid AreaId { get; init; }
    public required Guid DeliberationAreaId { get; init; }
    public required AreaLevel DeliberationLevel { get; init; }
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

/// <summary>Its author rated the result: 1 to 5.</summary>
public sealed record IssueRated : Fact
{
    public required int Score { get; init; }
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

/// <summary>Its author took it back.</summary>
public sealed record IssueWithdrawn : Fact;

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

/// <summary>A clock of it ran out. Said once for each clock.</summary>
public sealed record IssueOverdue : Fact
{
    public required ClockKind Clock { get; init; }
    public required DateTimeOffset DueAt { get; init; }
}
