using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A vote's ballots, and its tally counted again from them, for those of the room, those who run it, and the owners of an owners' vote. Of a secret one:
/// who voted, and once it is closed the ballots without anybody's name. Owners' ballots are listed by ListVotingOwners, for they are many.
/// </summary>
public static class GetVote
{
    /// <param name="Changes">How often the person voted before this ballot.</param>
    public sealed record BallotView(
        Guid PersonId, string Name, SeatClass Class, Choice Choice, IReadOnlyList<int> Ranking, BallotWay Way, int Changes, DateTimeOffset At, Guid EnteredBy);

    /// <summary>That somebody voted in a secret vote.</summary>
    public sealed record VoterView(Guid PersonId, string Name, SeatClass Class, BallotWay Way, DateTimeOffset At);

    /// <param name="Mark">SHA-256 of the voter's receipt in capitals, as hexadecimal digits; null for paper.</param>
    public sealed record CountedView(string? Mark, Choice Choice, IReadOnlyList<int> Ranking);

    /// <param name="Ballots">Of an open vote: the last ballot of each person, the one that counts.</param>
    /// <param name="Voters">Of a secret vote: who voted.</param>
    /// <param name="Counted">Of a secret vote that is closed: its ballots, in no order.</param>
    /// <param name="Recount">Counted now, from every stored ballot; null while a secret vote is open, for a count that grows by one tells whose it was.</param>
    /// <param name="Agrees">Whether the result written down at closing is the same; null while the vote is open.</param>
    public sealed record View(
        VoteView Vote, IReadOnlyList<BallotView> Ballots, IReadOnlyList<VoterView> Voters, IReadOnlyList<CountedView> Counted, Tally? Recount, OwnersTally? RecountByOwners,
        RankedTally? RecountRanked, bool? Agrees);

    public static async Task<Ok<View>> Handle(Guid id, Guid voteId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var (vote, roll) = (meeting.Vote(voteId), meeting.Roll.ToDictionary(x => x.PersonId));
        if (!roll.ContainsKey(caller.Me) && await db.OwnerOf(vote, caller.Me, ct) is null) await caller.DemandIn(db, meeting.AreaId, Rights.Readers, ct);
        var count = await db.CountOf(vote, ct);
        var shown = vote is { Secret: true, IsOpen: true } ? null : count;
        var ballots = vote.Method is VoteMethod.Owners ? [] : await db.LastBallots(vote, ct);
        var marks = await db.VoterMarks.AsNoTracking().Where(x => x.VoteId == voteId).ToListAsync(ct);
        var counted = await db.CountedBallots.AsNoTracking().Where(x => x.VoteId == voteId).OrderBy(x => x.Id).ToListAsync(ct);
        return TypedResults.Ok(new View(
            VoteView.Of(vote, vote.Secret ? marks.Count : vote.Method is VoteMethod.RankedChoice ? ballots.Count : count.Heads.TakingPart),
            [.. ballots.OrderBy(x => roll[x.VoterId].Class).ThenBy(x => x.VoterId)
                .Select(x => new BallotView(x.VoterId, roll[x.VoterId].Name, roll[x.VoterId].Class, x.Choice, x.Ranking, x.Way, x.Turn - 1, x.At, x.EnteredBy))],
            [.. marks.OrderBy(x => roll[x.PersonId].Class).ThenBy(x => x.PersonId).Select(x => new VoterView(x.PersonId, roll[x.PersonId].Name, roll[x.PersonId].Class, x.Way, x.At))],
            [.. counted.Select(x => new CountedView(x.ReceiptHash is { } hash ? Convert.ToHexStringLower(hash) : null, x.Choice, x.Ranking))],
            shown?.Heads, shown?.Owners, shown?.Ranked, vote.Agrees(count)));
    }
}
