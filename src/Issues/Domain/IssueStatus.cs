using static Platform.Issues.Domain.IssueStatus;

namespace Platform.Issues.Domain;

/// <summary>Where an issue 议题 stands.</summary>
public enum IssueStatus
{
    Submitted, Accepted, Declined, Triaged, InDeliberation, InAction, Verifying, AwaitingRating, Closed, Withdrawn, Merged, Suspended, Voided,
}

/// <summary>The whole life of an issue. A move that is not written here does not exist.</summary>
public static class IssueMoves
{
    public static readonly IReadOnlyDictionary<IssueStatus, IssueStatus[]> Table = new Dictionary<IssueStatus, IssueStatus[]>
    {
        [Submitted] = [Accepted, Declined, Withdrawn, Merged, Voided],
        [Accepted] = [Triaged, Withdrawn, Merged, Voided],
        [Declined] = [Submitted],
        [Triaged] = [InDeliberation, InAction, Withdrawn, Merged, Suspended, Voided],
        [InDeliberation] = [InAction, Triaged, Closed, Suspended, Voided],
        [InAction] = [Triaged, Verifying, Suspended, Voided],
        [Verifying] = [AwaitingRating, InAction, Voided],
        [AwaitingRating] = [Closed, InAction, Triaged, Voided],
        [Merged] = [Submitted, Accepted, Triaged],
        [Suspended] = [Triaged, InDeliberation, InAction, Voided],
        [Closed] = [],
        [Withdrawn] = [],
        [Voided] = [],
    };

    /// <summary>Where an issue no longer goes on by itself.</summary>
    public static readonly IReadOnlyList<IssueStatus> Ended = [Declined, Closed, Withdrawn, Merged, Voided];

    /// <summary>All the others.</summary>
    public static readonly IReadOnlyList<IssueStatus> Open = [.. Enum.GetValues<IssueStatus>().Except(Ended)];

    /// <summary>What the public sees: taken on by staff, and not taken back since.</summary>
    public static readonly IReadOnlyList<IssueStatus> OnTheBoard =
        [Accepted, Triaged, InDeliberation, InAction, Verifying, AwaitingRating, Closed, Suspended];
}
