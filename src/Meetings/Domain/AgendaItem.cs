using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What became of an agenda item.</summary>
public enum Outcome { Pending, Resolved, Deferred, Escalated, Left }

/// <summary>An item 议题 of a meeting's agenda: an issue, whose text Issues keeps, a plan of the body, or a free one with a text of its own.</summary>
public sealed class AgendaItem : TenantRow
{
    private readonly List<Vote> _votes = [];
    private readonly List<Recusal> _recusals = [];

    private AgendaItem() { }

    internal AgendaItem(int position, Guid issueId, string? receiptNumber) => (Position, IssueId, ReceiptNumber) = (position, issueId, receiptNumber);

    internal AgendaItem(int position, string title, string? text) => (Position, Title, Text) = (position, title, text);

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

    /// <exception cref="RefusedException">A vote on it is open, or it has its outcome.</exception>
    internal Vote OpenVote(VotePlan plan, DateTimeOffset now)
    {
        DemandPending();
        DemandNoOpenVote();
        DemandIssueThere();
        var vote = new Vote(_votes.Count + 1, plan, now);
        _votes.Add(vote);
        return vote;
    }

    /// <exception cref="RefusedException">It is voted on just now, it has its outcome, or this was said before.</exception>
    internal void Recuse(Guid personId, RecusalKind kind, string reason, Guid by, DateTimeOffset now)
    {
        DemandPending();
        DemandNoOpenVote();
        if (_recusals.Any(x => x.PersonId == personId && x.Kind == kind)) throw new RefusedException(VoteRefusals.RecusedTwice);
        _recusals.Add(new Recusal(personId, kind, reason, by, now));
    }

    /// <summary>Whether somebody may not vote on it, under these rules.</summary>
    internal bool Bars(Guid personId, Rules rules) => _recusals.Any(x => x.PersonId == personId && (x.Kind is RecusalKind.StaysOut || rules.Recusal));

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
