using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>How it is voted on, and who stays out of that.</content>
public sealed partial class AgendaItem
{
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
        if (_recusals.Any(x => x.Holds && x.PersonId == personId && x.Kind == kind)) throw new RefusedException(VoteRefusals.RecusedTwice);
        _recusals.Add(new Recusal(personId, kind, reason, by, now));
    }

    /// <summary>
    /// A recusal no longer holds. Only until a vote was opened under it: who may vote is settled by then, and a second vote on the same item
    /// is not to be had with other voters than the first.
    /// </summary>
    /// <exception cref="RefusedException">It was voted on since, it has its outcome, it was lifted before, or whoever lifts it is the one it is about.</exception>
    internal void Lift(Guid recusalId, string reason, Guid by, DateTimeOffset now)
    {
        var recusal = _recusals.SingleOrDefault(x => x.Id == recusalId) ?? throw new RefusedException(KernelRefusals.NotFound);
        DemandPending();
        if (recusal.PersonId == by) throw new RefusedException(VoteRefusals.RecusalIsYours);
        if (!recusal.Holds) throw new RefusedException(VoteRefusals.RecusalLifted);
        if (_votes.Any(x => x.OpenedAt >= recusal.At)) throw new RefusedException(VoteRefusals.RecusalVotedUnder);
        recusal.LiftWith(new RecusalLift(reason, by, now));
    }

    /// <summary>Whether somebody may not vote on it, under these rules.</summary>
    internal bool Bars(Guid personId, Rules rules) => _recusals.Any(x => x.Holds && x.PersonId == personId && (x.Kind is RecusalKind.StaysOut || rules.Recusal));
}
