using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Tenancy;

namespace Platform.Insights.Domain;

/// <summary>Where an issue stands, as far as its facts tell.</summary>
public enum IssueState
{
    Unheard, Submitted, Accepted, Declined, Triaged, InDeliberation, InAction, Verifying, AwaitingRating, Closed, Withdrawn, Merged, Suspended, Voided,
}

/// <summary>
/// What the numbers need of an issue: always folded anew from all facts about it, so that neither order nor repetition can matter. Should
/// two folds meet in spite of the lock, they do at the count of facts: the one that knew fewer is done again.
/// </summary>
public sealed class IssueRecord : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public string? ReceiptNumber { get; set; }
    public Guid? AuthorId { get; set; }
    public Guid? AreaId { get; set; }
    public string? Category { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>When the committee took it on or refused it.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public IssueState State { get; set; }

    /// <summary>It was taken on at some time.</summary>
    public bool Accepted { get; set; }

    /// <summary>The author's last rating.</summary>
    public int? Score { get; set; }

    /// <summary>Who handles it, or did last; nobody after a return.</summary>
    public Guid? HandlerId { get; set; }

    /// <summary>Its last triage.</summary>
    public Scale? Scale { get; set; }

    /// <summary>Its first.</summary>
    public DateTimeOffset? TriagedAt { get; set; }

    /// <summary>Its last triage was otherwise than the street's rules proposed; null where they were not asked.</summary>
    public bool? Differed { get; set; }

    /// <summary>A level could not settle it.</summary>
    public bool Escalated { get; set; }

    public Guid? MergedIntoId { get; set; }

    /// <summary>How many facts stand behind this.</summary>
    public int Facts { get; set; }

    /// <summary>The issues whose record a fact changes. What Issues says of a comment is about the comment, what Meetings says of an agenda about the meeting: neither is an issue.</summary>
    public static IEnumerable<Guid> ChangedBy(StoredFact fact) =>
        fact.Service is "issues" ? fact.Kind.StartsWith("Issue", StringComparison.Ordinal) ? [fact.SubjectId] : []
        : Changes.Contains(fact.Kind) ? Links.Of(fact).Things.Where(x => Guid.TryParse(x, out _)).Select(Guid.Parse).Where(x => x != fact.SubjectId) : [];

    /// <summary>The facts of other services that change records of issues: few, beside what Issues says.</summary>
    public static IReadOnlyList<string> Changes { get; } = [nameof(AgendaPublished), nameof(ItemDeferred), nameof(ItemEscalated)];

    /// <summary>The record of an issue from the facts about it.</summary>
    public static IssueRecord Fold(Guid id, Guid tenant, IEnumerable<StoredFact> about)
    {
        var facts = about.Where(x => ChangedBy(x).Contains(id)).ToList();
        var record = new IssueRecord { Id = id, TenantId = tenant, Facts = facts.Count };
        var before = IssueState.Unheard;
        DateTimeOffset? lastAt = null;
        foreach (var stored in facts.Where(x => x.Service is "issues").ByVersion())
        {
            record.ReceiptNumber ??= stored.ReceiptNumber;
            if (record.State is not (IssueState.Merged or IssueState.Suspended)) before = record.State;
            if (stored.Fact() is not { } fact) continue;
            record.Take(fact, before);
            lastAt = stored.At;
        }

        // The agenda is Meetings' business: what it did after the issue's own last step.
        var onAgenda = facts.Where(x => Changes.Contains(x.Kind) && x.At >= lastAt).InOrder().LastOrDefault();
        if (record.State is IssueState.Triaged && onAgenda?.Kind is nameof(AgendaPublished)) record.State = IssueState.InDeliberation;
        return record;
    }

    private void Take(Contracts.IEvent fact, IssueState before)
    {
        if (fact is IssueSubmitted submitted)
            (AuthorId, AreaId, Category, SubmittedAt) = (submitted.Proxy is true ? submitted.AuthorId : fact.ActorId, submitted.AreaId, submitted.Category, fact.At);
        if (fact is IssueDisowned) AuthorId = null;
        if (fact is IssueTriaged triaged) (AreaId, Scale, Differed, TriagedAt) = (triaged.AreaId, triaged.Scale, triaged.Differed, TriagedAt ?? fact.At);
        if (fact is IssueAssigned assigned) HandlerId = assigned.HandlerId;
        if (fact is IssueReturned) HandlerId = null;
        if (fact is IssueEscalated) Escalated = true;
        if (fact is IssueRated rated) Score = rated.Score;
        if (fact is IssueAccepted or IssueDeclined) AnsweredAt ??= fact.At;
        if (fact is IssueAccepted) Accepted = true;
        if (fact is IssueMerged merged) MergedIntoId = merged.IntoId;
        if (fact is IssueUnmerged) MergedIntoId = null;
        State = fact switch
        {
            IssueSubmitted or IssueAppealDecided { Upheld: false } => IssueState.Submitted,
            IssueAccepted => IssueState.Accepted,
            IssueDeclined => IssueState.Declined,
            IssueTriaged or IssueEscalated or IssueReturned => IssueState.Triaged,
            IssueActionsAssigned or IssueReopened or IssueVerified { Done: false } => IssueState.InAction,
            IssueCompleted => IssueState.Verifying,
            IssueVerified => IssueState.AwaitingRating,
            IssueClosed => IssueState.Closed,
            IssueWithdrawn => IssueState.Withdrawn,
            IssueMerged => IssueState.Merged,
            IssueSuspended => IssueState.Suspended,
            IssueUnmerged or IssueResumed => before,
            IssueVoided => IssueState.Voided,
            _ => State,
        };
    }
}
