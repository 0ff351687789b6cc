using System.Security.Cryptography;
using System.Text;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>Who casts what. One ballot a voter, until the vote closes another one in its place.</content>
public sealed partial class Vote
{
    // A receipt that can be guessed would let somebody change a stranger's ballot.
    public const int ReceiptAtLeast = 16, ReceiptAtMost = 64;

    /// <summary>What a ballot of this vote says.</summary>
    /// <exception cref="RefusedException">400: no choice, or a ranking of options that are not there, or of one twice.</exception>
    public Marking Marked(Choice? choice, IReadOnlyList<int>? ranking)
    {
        var ranked = ranking ?? [];
        var fits = Method is VoteMethod.RankedChoice
            ? ranked.Distinct().Count() == ranked.Count && ranked.All(x => x >= 1 && x <= _options.Count) && (ranked.Count > 0 || choice is Choice.Abstain)
            : ranked.Count == 0 && choice is not null;
        if (!fits) throw new RefusedException(VoteRefusals.BallotDoesNotFit);
        return new Marking(Method is VoteMethod.RankedChoice ? ranked.Count > 0 ? Choice.For : Choice.Abstain : choice!.Value, ranked);
    }

    /// <summary>An open ballot of somebody who is on the roll and checked in; a later one of the same person takes its place.</summary>
    /// <param name="voter">Whose it is.</param>
    /// <param name="recused">Whether they stay out of the item.</param>
    /// <param name="says">What it says.</param>
    /// <param name="before">How many the person cast before.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Who typed it in: the person, or staff for a raised hand.</param>
    /// <exception cref="RefusedException">Closed, or the voter is not checked in, or stays out.</exception>
    public Ballot Cast(RollEntry voter, bool recused, Marking says, int before, DateTimeOffset now, Guid by)
    {
        DemandTaking(now);
        DemandMayVote(voter, recused);
        return new Ballot(Id, voter.PersonId, before + 1, says, by == voter.PersonId ? BallotWay.Online : BallotWay.Hand, now, by);
    }

    /// <summary>A secret ballot: that somebody voted, and, apart from it, what was voted. The voter alone knows the receipt that finds it again.</summary>
    /// <param name="voter">Whose it is.</param>
    /// <param name="recused">Whether they stay out of the item.</param>
    /// <param name="mark">That they voted before; null for the first time.</param>
    /// <param name="receipt">What the voter's side made up.</param>
    /// <param name="known">The ballot that this receipt finds.</param>
    /// <param name="says">What it says.</param>
    /// <param name="now">When; kept with the person, never with the ballot.</param>
    /// <exception cref="RefusedException">
    /// Also where the receipt is too short, is another ballot's (the first time), or is not that of the ballot that is to be changed: who lost it can change no more.
    /// </exception>
    public (VoterMark? Voted, SealedBallot? New) CastSecretly(RollEntry voter, bool recused, VoterMark? mark, string? receipt, SealedBallot? known, Marking says, DateTimeOffset now)
    {
        DemandTaking(now);
        DemandMayVote(voter, recused);
        if (receipt is not { Length: >= ReceiptAtLeast and <= ReceiptAtMost }) throw new RefusedException(VoteRefusals.ReceiptNeeded);
        if (mark is { Way: BallotWay.Paper }) throw new RefusedException(VoteRefusals.VotedOnPaper);
        if (mark is null && known is not null) throw new RefusedException(VoteRefusals.ReceiptTaken);
        if (mark is null) return (new VoterMark(Id, voter.PersonId, BallotWay.Online, now), new SealedBallot(Id, HashOf(receipt), says));
        (known ?? throw new RefusedException(VoteRefusals.ReceiptUnknown)).Change(says);
        return (null, null);
    }

    /// <summary>Somebody of a secret vote was given a sheet of paper: they have voted, and no longer can online.</summary>
    public VoterMark GivePaper(RollEntry voter, bool recused, VoterMark? mark, DateTimeOffset now)
    {
        if (!Secret) throw new RefusedException(VoteRefusals.NoPaper);
        if (!IsOpen) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        DemandMayVote(voter, recused);
        if (mark is not null) throw new RefusedException(VoteRefusals.VotedAlready);
        return new VoterMark(Id, voter.PersonId, BallotWay.Paper, now);
    }

    /// <summary>An owner's ballot, from their own phone.</summary>
    /// <exception cref="RefusedException">Not taken now, or the owner handed in paper, which is signed and stays.</exception>
    public Ballot CastAsOwner(Owner owner, Ballot? last, Marking says, DateTimeOffset now, Guid by)
    {
        DemandTaking(now);
        if (last is { Way: BallotWay.Paper }) throw new RefusedException(VoteRefusals.VotedOnPaper);
        return new Ballot(Id, owner.Id, (last?.Turn ?? 0) + 1, says, BallotWay.Online, now, by);
    }

    /// <summary>Only a hash is kept of a receipt; the voter shows the receipt to find the ballot.</summary>
    public static byte[] HashOf(string receipt) => SHA256.HashData(Encoding.UTF8.GetBytes(receipt.Trim().ToUpperInvariant()));

    private void DemandTaking(DateTimeOffset now)
    {
        if (!IsOpen || now >= ClosesAt) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        if (now < OpenedAt) throw new RefusedException(VoteRefusals.NotOpenYet);
    }

    private static void DemandMayVote(RollEntry voter, bool recused)
    {
        if (!voter.IsPresent) throw new RefusedException(MeetingRefusals.NotCheckedIn);
        if (recused) throw new RefusedException(VoteRefusals.Recused);
    }
}
