using System.Text.Json.Serialization;

namespace Platform.Contracts.Meetings.V1;

/// <summary>Why a period counts as missed: nothing was planned, what was planned was not held, nobody of the branch was there, or it was called off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissedBecause>))]
public enum MissedBecause { NoMeeting, NotHeld, BranchAbsent, Cancelled }

/// <summary>A body owed a meeting in a period, and the period went by without one that counts. Said once a period. SubjectId is the period.</summary>
public sealed record MeetingSeriesMissed : Fact
{
    public required Guid SeriesId { get; init; }
    public required Guid BodyId { get; init; }
    public required BodyKind BodyKind { get; init; }
    public required Guid AreaId { get; init; }

    /// <summary>The first day of the period, in the street's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly To { get; init; }

    public required MissedBecause Because { get; init; }

    /// <summary>Official words, where somebody said why.</summary>
    public string? Reason { get; init; }
}
