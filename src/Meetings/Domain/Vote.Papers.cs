using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>
/// Paper. Of an owners' vote it names its owner; of a secret one it has no name, and those who were given one are on the list of voters.
/// Ballots of both ways are one vote: an owner who handed in paper no longer votes online, and paper that comes after an online ballot waits for a decision with a reason.
/// </content>
public sealed partial class Vote
{
    /// <summary>What one person read on a paper. The second to read the same makes it count.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="owner">Whose it is; null in a secret vote.</param>
    /// <param name="last">The owner's ballot until now.</param>
    /// <param name="says">What was read.</param>
    /// <param name="by">Who read it.</param>
    /// <param name="now">When.</param>
    /// <returns>The ballot that it became: an owner's, or one of the secret box; neither while people differ.</returns>
    /// <exception cref="RefusedException">Closed; not a vote with paper; no owner named; the owner's other paper was counted.</exception>
    public (Ballot? Named, SealedBallot? Secret) Enter(PaperBallot paper, Owner? owner, Ballot? last, Marking says, Guid by, DateTimeOffset now)
    {
        DemandPapers();
        if (Method is VoteMethod.Owners && owner is null) throw new RefusedException(PaperRefusals.UnknownUnit);
        var agreed = paper.Enter(owner?.Id, says, by, now);
        if (last is { Way: BallotWay.Paper }) throw new RefusedException(PaperRefusals.OwnerHasOne);
        if (!agreed) return default;
        if (Secret) return (null, new SealedBallot(Id, null, says));
        if (last is null) return (new Ballot(Id, owner!.Id, 1, says, BallotWay.Paper, now, by), null);
        paper.Conflicts();
        return default;
    }

    /// <summary>Somebody decides about a paper: it counts although its owner also voted online, or it is set aside.</summary>
    /// <returns>The ballot that it became; null where it was set aside.</returns>
    public Ballot? Decide(PaperBallot paper, bool counts, Ballot? last, string reason, Guid by, DateTimeOffset now)
    {
        DemandPapers();
        if (counts) paper.Prevail(reason, by);
        else paper.SetAside(reason, by);
        return counts ? new Ballot(Id, paper.OwnerId!.Value, (last?.Turn ?? 0) + 1, paper.Read, BallotWay.Paper, now, by) : null;
    }

    private void DemandPapers()
    {
        if (!IsOpen) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        if (!Secret && Method is not VoteMethod.Owners) throw new RefusedException(VoteRefusals.NoPaper);
    }
}
