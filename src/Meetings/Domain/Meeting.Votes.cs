using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>
/// Votes. Of the room: in session and with a quorum. Of owners 业主大会: from the notice on, also before the meeting and in writing, for their
/// threshold of taking part is their own.
/// </content>
public sealed partial class Meeting
{
    /// <exception cref="RefusedException">No quorum, the item has its outcome, or what is asked for does not fit.</exception>
    public Vote OpenVote(Guid itemId, VotePlan plan, DateTimeOffset now)
    {
        var item = Item(itemId);
        DemandVoting(plan.Method, DemandMayDecide);
        Changes++;
        return item.OpenVote(plan.Under(RuleSet!.Rules), now);
    }

    /// <param name="voteId">The vote.</param>
    /// <param name="count">Its ballots, counted.</param>
    /// <param name="papers">All of its papers.</param>
    /// <param name="givenOut">How many people of a secret vote were given paper.</param>
    /// <param name="now">When.</param>
    public Vote CloseVote(Guid voteId, Count count, IReadOnlyList<PaperBallot> papers, int givenOut, DateTimeOffset now)
    {
        var vote = Vote(voteId);
        DemandVoting(vote.Method, DemandInSession);
        vote.Close(count, papers, givenOut, now);
        Changes++;
        return vote;
    }

    /// <summary>Somebody of the roll stays out of an item's votes, or says that it concerns them.</summary>
    /// <exception cref="RefusedException">Not on the roll; it is voted on just now, has its outcome, or this was said before.</exception>
    public void Recuse(Guid itemId, Guid personId, RecusalKind kind, string reason, Guid by, DateTimeOffset now)
    {
        var item = Item(itemId);
        DemandOnRoll(personId);
        item.Recuse(personId, kind, reason, by, now);
        Changes++;
    }

    /// <summary>A recusal that was said before the vote holds no longer.</summary>
    /// <exception cref="RefusedException">Its item was voted on since or has its outcome, it was lifted before, or it is the lifter's own.</exception>
    public void LiftRecusal(Guid itemId, Guid recusalId, string reason, Guid by, DateTimeOffset now)
    {
        Item(itemId).Lift(recusalId, reason, by, now);
        Changes++;
    }

    /// <summary>Whether somebody may not vote on the item of this vote.</summary>
    public bool Bars(Guid voteId, Guid personId) => ItemOf(voteId).Bars(personId, RuleSet!.Rules);

    /// <exception cref="RefusedException">Without a seat.</exception>
    public RollEntry DemandOnRoll(Guid personId) => _roll.SingleOrDefault(x => x.PersonId == personId) ?? throw new RefusedException(MeetingRefusals.NotOnRoll);

    private void DemandVoting(VoteMethod? method, Action ofTheRoom)
    {
        if (method is not VoteMethod.Owners) ofTheRoom();
        else if (State is not (MeetingState.Convened or MeetingState.Postponed or MeetingState.InSession)) throw new RefusedException(VoteRefusals.NotAnnounced);
    }
}
