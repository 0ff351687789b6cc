using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Meetings.Domain;

/// <summary>Rounds of consent, and how the plan becomes final.</summary>
public sealed partial class Plan
{
    /// <summary>The latest version is asked about, from the first day to the last of these in the street.</summary>
    /// <param name="asked">How many are asked: what reach is measured by.</param>
    /// <exception cref="RefusedException">No version, no stakeholders, a round is open, or the days are not ones to come.</exception>
    public PlanRound OpenRound(DateOnly from, DateOnly to, int asked, TimeZoneInfo zone, DateTimeOffset now)
    {
        DemandOpen();
        DemandNoOpenRound(now);
        if (_stakeholders.TrueForAll(x => x.Gone)) throw new RefusedException(PlanRefusals.NoStakeholders);
        if (LastVersion is not { } version) throw new RefusedException(PlanRefusals.NoVersion);
        if (to < from || from < now.DayIn(zone)) throw new RefusedException(PlanRefusals.BadWindow);
        var round = new PlanRound(_rounds.Count + 1, version, from.StartIn(zone), to.AddDays(1).StartIn(zone), asked);
        _rounds.Add(round);
        Changes++;
        return round;
    }

    /// <exception cref="RefusedException">It is closed already.</exception>
    public void CloseRound(Guid roundId, DateTimeOffset now)
    {
        Round(roundId).Close(now);
        Changes++;
    }

    public PlanRound Round(Guid roundId) => _rounds.Find(x => x.Id == roundId) ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>The round, if answers are taken now.</summary>
    /// <exception cref="RefusedException">It has not begun, or is over.</exception>
    public PlanRound Taking(Guid roundId, DateTimeOffset now)
    {
        var round = Round(roundId);
        return round.Takes(now) ? round : throw new RefusedException(PlanRefusals.RoundTakesNone);
    }

    /// <summary>The rule of 方案: everybody named agrees or can live with it, and every concern was dealt with.</summary>
    /// <param name="opinions">What was said to it: in the latest round by the stakeholders, and every concern of all rounds.</param>
    /// <exception cref="RefusedException">The gate is shut; plan.no-consensus says who stands before it.</exception>
    public void Finalise(IReadOnlyCollection<Opinion> opinions, DateTimeOffset now)
    {
        DemandOpen();
        ConsensusGate.Of(this, opinions, now).Demand();
        (FinalisedAt, Decision) = (now, PlanDecision.Consensus);
    }

    /// <summary>A vote of the body stands in for the consensus that was not found; what people said must be dealt with all the same.</summary>
    /// <exception cref="RefusedException">The rules know no such vote, or it is not one that passed on this plan.</exception>
    public void FinaliseByVote(IReadOnlyCollection<Opinion> opinions, Rules inForce, Meeting meeting, Guid voteId, DateTimeOffset now)
    {
        DemandOpen();
        if (!inForce.FallbackVote) throw new RefusedException(PlanRefusals.NoFallbackVote);
        ConsensusGate.Of(this, opinions, now).DemandForVote();
        var item = meeting.Items.SingleOrDefault(x => x.PlanId == Id && x.Votes.Any(v => v.Id == voteId));
        // A vote from before the last round knew nothing of what came of it.
        if (meeting.BodyId != BodyId || item?.Votes.Single(x => x.Id == voteId) is not { Passed: true } vote || vote.OpenedAt < LastRound!.EndedAt(now))
            throw new RefusedException(PlanRefusals.NoPassedVote);
        (FinalisedAt, Decision, VoteId) = (now, PlanDecision.Vote, voteId);
    }

    private void DemandNoOpenRound(DateTimeOffset now)
    {
        if (LastRound is { } last && last.IsOpen(now)) throw new RefusedException(PlanRefusals.RoundIsOpen);
    }
}
