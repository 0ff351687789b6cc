using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;

namespace Platform.Contracts.Meetings.V1;

/// <summary>What kind of gathering a body holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BodyKind>))]
public enum BodyKind { BuildingPoint, GridPavilion, NeighbourhoodHall, RedCouncil, TalkDay, Hearing, Coordination, Review, GreatPartyCommittee }

/// <summary>A meeting was called, with notice in time. SubjectId is the meeting.</summary>
public sealed record MeetingConvened : Fact
{
    public required Guid BodyId { get; init; }
    public required BodyKind BodyKind { get; init; }
    public required Guid AreaId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
}

/// <summary>One item of an agenda; IssueId where it came from an issue.</summary>
public sealed record PublishedItem
{
    public required Guid ItemId { get; init; }
    public Guid? IssueId { get; init; }
    public string? ReceiptNumber { get; init; }
}

/// <summary>The agenda is public: issues on it are now being deliberated. SubjectId is the meeting.</summary>
public sealed record AgendaPublished : Fact
{
    public required Guid BodyId { get; init; }
    public required Guid AreaId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required IReadOnlyList<PublishedItem> Items { get; init; }
}

/// <summary>The meeting ended. SubjectId is the meeting.</summary>
public sealed record MeetingConcluded : Fact
{
    public required Guid BodyId { get; init; }
    public required BodyKind BodyKind { get; init; }
    public required Guid AreaId { get; init; }
    public required int Attended { get; init; }
    public required bool Quorate { get; init; }
}

/// <summary>Its minutes are public.</summary>
public sealed record MinutesPublished : Fact
{
    public required Guid BodyId { get; init; }
}

/// <summary>It will not take place.</summary>
public sealed record MeetingCancelled : Fact
{
    public required Guid BodyId { get; init; }
}

/// <summary>The meeting resolved an item. SubjectId is the resolution; no actions means resolved without any.</summary>
public sealed record ResolutionAdopted : Fact
{
    public required Guid MeetingId { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid AreaId { get; init; }
    public Guid? IssueId { get; init; }
    public required IReadOnlyList<ResolvedAction> Actions { get; init; }
}

/// <summary>The item waits for a later meeting. SubjectId is the meeting.</summary>
public sealed record ItemDeferred : Fact
{
    public required Guid ItemId { get; init; }
    public Guid? IssueId { get; init; }

    /// <summary>The day until which it rests, in the street's zone, where one was named.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>The item is beyond this level: one level up. SubjectId is the meeting.</summary>
public sealed record ItemEscalated : Fact
{
    public required Guid ItemId { get; init; }
    public Guid? IssueId { get; init; }

    /// <summary>The level that could not settle it.</summary>
    public required AreaLevel From { get; init; }
}
