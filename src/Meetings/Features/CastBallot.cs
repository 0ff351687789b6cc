using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A ballot, or another one in its place: of somebody checked in, for whom staff may type in the hand they see; a secret one; an owner's.
/// Many vote at once; only a voter's own ballots wait for each other, and closing waits for those that are being cast.
/// </summary>
public static class CastBallot
{
    /// <param name="Choice">For, against, or abstaining; in a ranked choice only for abstaining.</param>
    /// <param name="Ranking">In a ranked choice: the options' numbers, the best first, as many as one likes.</param>
    /// <param name="PersonId">Whose hand staff saw, in a vote that is not secret; without it one's own.</param>
    /// <param name="Receipt">
    /// In a secret vote: 16 to 64 characters that the voter's side made up by chance. Only its hash is kept, at the ballot. It finds the ballot again; and it
    /// is asked for to change it, so whoever lost it can change no more.
    /// </param>
    public sealed record Request(
        Choice? Choice = null, [property: AtMost(VotePlan.OptionsAtMost)] IReadOnlyList<int>? Ranking = null, Guid? PersonId = null,
        [property: Text(Vote.ReceiptAtMost)] string? Receipt = null);

    public static async Task<NoContent> Handle(
        Guid id, Guid voteId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var voter = request.PersonId ?? caller.Me;
        var meeting = await db.JoinVote(id, voteId, voter, ct);
        if (voter != caller.Me) await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var vote = meeting.Vote(voteId);
        var says = vote.Marked(request.Choice, request.Ranking);
        var (now, me) = (clock.GetUtcNow(), caller.Me);
        if (voter != me && (vote.Secret || vote.Method is VoteMethod.Owners)) throw new RefusedException(VoteRefusals.OwnBallotOnly);

        db.AddRange(vote switch
        {
            { Method: VoteMethod.Owners } => await AsOwner(),
            { Secret: true } => await Secretly(),
            _ => [vote.Cast(meeting.DemandOnRoll(voter), meeting.Bars(voteId, voter), says, (await db.LastBallot(vote, voter, ct))?.Turn ?? 0, now, me)],
        });

        // Two who make up the same receipt do so once in the life of the universe, unless one of them copied it.
        await db.SaveOnce(VoteRefusals.ReceiptTaken, ct);
        return TypedResults.NoContent();

        async Task<TenantRow[]> AsOwner()
        {
            var owner = await db.HoldOwnerOf(vote, me, ct);
            return [vote.CastAsOwner(owner, await db.LastBallot(vote, owner.Id, ct), says, now, me)];
        }

        async Task<TenantRow[]> Secretly()
        {
            var hash = Vote.HashOf(request.Receipt ?? "");
            var mark = await db.VoterMarks.SingleOrDefaultAsync(x => x.VoteId == voteId && x.PersonId == me, ct);
            var known = await db.SealedBallots.SingleOrDefaultAsync(x => x.VoteId == voteId && x.ReceiptHash == hash, ct);
            var (voted, cast) = vote.CastSecretly(meeting.DemandOnRoll(me), meeting.Bars(voteId, me), mark, request.Receipt, known, says, now);
            return [.. new TenantRow?[] { voted, cast }.OfType<TenantRow>()];
        }
    }
}
