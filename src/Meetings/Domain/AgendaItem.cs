using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What became of an agenda item.</summary>
public enum Outcome { Pending, Resolved, Deferred, Escalated, Left }

/// <summary>An item 议题 of a meeting's agenda: an issue, whose text Issues keeps, a plan of the body, or a free one with a text of its own.</summary>
public sealed partial class AgendaItem : TenantRow
{
    private readonly List<Vote> _votes = [];
    private readonly List<Recusal> _recusals = [];

    private AgendaItem() { }

    internal AgendaItem(int position, Guid issueId, string? receiptNumber) => (Position, IssueId, ReceiptNumber) = (position, issueId, receiptNumber);

    /// <param name="standing">It stands on every agenda of a series.</param>
    internal AgendaItem(int position, string title, string? text, bool standing) => (Position, Title, Text, IsStanding) = (position, title, text, standing);

    internal AgendaItem(int position, CarriedItem carried) => (Position, Title, Text, CarriedId) = (position, carried.Title, carried.Text, carried.Id);

    internal AgendaItem(int position, Plan plan) => (Position, PlanId, Title) = (position, plan.Id, plan.Title);

    public Guid MeetingId { get; private init; }
    public int Position { get; private set; }
    public Guid? IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }

    /// <summary>The plan that it is about.</summary>
    public Guid? PlanId { get; private init; }

    /// <summary>Null for issues: their words are asked of Issues when shown.</summary>
    public string? Title { get; private init; }

    public string? Text { get; private init; }

    /// <summary>The free item of an earlier meeting that it takes up.</summary>
    public Guid? CarriedId { get; private init; }

    /// <summary>It stands on every agenda of its series: the next one has it anyway.</summary>
    public bool IsStanding { get; private init; }

    public Outcome Outcome { get; private set; }

    /// <summary>The note with which it left the agenda, or with which the meeting should know that its issue is gone.</summary>
    public LeftBecause? Note { get; private set; }

    /// <summary>Official words on a deferral or an escalation.</summary>
    public string? Reason { get; private set; }

    /// <summary>The day until which a deferred item rests, where one was named.</summary>
    public DateOnly? Until { get; private set; }

    public IReadOnlyList<Vote> Votes => _votes;

    /// <summary>Who stays out of its votes, or has an interest in it.</summary>
    public IReadOnlyList<Recusal> Recusals => _recusals;

    public bool IsVotedOn => _votes.Any(x => x.IsOpen);

    /// <summary>Whether nobody else remembers it: neither Issues nor a plan.</summary>
    public bool IsFree => IssueId is null && PlanId is null;

    /// <summary>How it was left undone.</summary>
    internal CarriedBecause CarriedBecause => (Outcome, Note) switch
    {
        (Outcome.Escalated, _) => CarriedBecause.Escalated,
        (_, LeftBecause.NotReached) => CarriedBecause.NotReached,
        (_, LeftBecause.Cancelled) => CarriedBecause.Cancelled,
        (_, LeftBecause.TakenOff) => CarriedBecause.TakenOff,
        _ => CarriedBecause.Deferred,
    };

    /// <summary>
    /// Whether a free item that was left undone for the first time is carried. What staff take off again they did not mean to have; what stands on every agenda
    /// is on the next one anyway, and is carried only to the level above.
    /// </summary>
    /// <param name="announced">The agenda was published.</param>
    internal bool ComesBack(bool announced) => Outcome switch
    {
        Outcome.Escalated => true,
        Outcome.Deferred => !IsStanding,
        Outcome.Left => announced && !IsStanding && Note is LeftBecause.Cancelled,
        _ => false,
    };

    /// <summary>The vote that counts: the latest one.</summary>
    public Vote? LastVote => _votes.MaxBy(x => x.Round);

    internal void MoveTo(int position) => Position = position;

    internal void Warn(LeftBecause note) => Note = note;

    /// <exception cref="RefusedException">A vote on it is open: owners vote for days, also before the meeting.</exception>
    internal void Leave(LeftBecause note)
    {
        DemandNoOpenVote();
        (Outcome, Note) = (Outcome.Left, note);
    }

    /// <param name="agreed">It is a plan on which everybody agreed: that consensus is the decision, and a vote would only repeat it.</param>
    /// <exception cref="RefusedException">No vote passed on it.</exception>
    internal void Resolve(bool agreed)
    {
        DemandPending();
        DemandNoOpenVote();
        DemandIssueThere();
        if (!agreed && LastVote is not { Passed: true }) throw new RefusedException(MeetingRefusals.NoPassedVote);
        Outcome = Outcome.Resolved;
    }

    internal void Settle(Outcome outcome, string? reason, LeftBecause? note = null)
    {
        DemandPending();
        DemandNoOpenVote();
        if (outcome is Outcome.Escalated) DemandIssueThere();
        (Outcome, Reason, Note) = (outcome, reason, note ?? Note);
    }

    /// <exception cref="RefusedException">The day has come already.</exception>
    internal void Rest(DateOnly? until, DateOnly today)
    {
        if (until < today) throw new RefusedException(RoomRefusals.UntilInThePast);
        Until = until;
    }

    internal void DemandPending()
    {
        if (Outcome is not Outcome.Pending) throw new RefusedException(MeetingRefusals.Settled(Outcome));
    }

    private void DemandNoOpenVote()
    {
        if (IsVotedOn) throw new RefusedException(MeetingRefusals.VoteIsOpen);
    }

    private void DemandIssueThere()
    {
        if (Note is { } gone) throw new RefusedException(MeetingRefusals.IssueIsGone(gone));
    }
}
