using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What became of an agenda item.</summary>
public enum Outcome { Pending, Resolved, Deferred, Escalated, Left }

/// <summary>An item 议题 of a meeting's agenda: an issue, whose text Issues keeps, or a free one with a text of its own.</summary>
public sealed class AgendaItem : TenantRow
{
    private readonly List<Vote> _votes = [];

    private AgendaItem() { }

    internal AgendaItem(int position, Guid issueId, string? receiptNumber) => (Position, IssueId, ReceiptNumber) = (position, issueId, receiptNumber);

    internal AgendaItem(int position, string title, string? text) => (Position, Title, Text) = (position, title, text);

    public Guid MeetingId { get; private init; }
    public int Position { get; private set; }
    public Guid? IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }

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

    /// <summary>The vote that counts: the latest one.</summary>
    public Vote? LastVote => _votes.MaxBy(x => x.Round);

    internal void MoveTo(int position) => Position = position;

    internal void Warn(LeftBecause note) => Note = note;

    internal void Leave(LeftBecause note) => (Outcome, Note) = (Outcome.Left, note);

    /// <exception cref="RefusedException">A vote on it is open, or it has its outcome.</exception>
    internal Vote OpenVote(Majority majority, string? question, DateTimeOffset now)
    {
        DemandPending();
        DemandNoOpenVote();
        DemandIssueThere();
        var vote = new Vote(_votes.Count + 1, majority, question, now);
        _votes.Add(vote);
        return vote;
    }

    /// <exception cref="RefusedException">No vote passed on it.</exception>
    internal void Resolve()
    {
        DemandPending();
        DemandNoOpenVote();
        DemandIssueThere();
        if (LastVote is not { Passed: true }) throw new RefusedException(MeetingRefusals.NoPassedVote);
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
        if (_votes.Any(x => x.IsOpen)) throw new RefusedException(MeetingRefusals.VoteIsOpen);
    }

    private void DemandIssueThere()
    {
        if (Note is { } gone) throw new RefusedException(MeetingRefusals.IssueIsGone(gone));
    }
}
