using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>An open vote's ballots, and its tally counted again from them, for those of the room and those who run it.</summary>
public static class GetVote
{
    /// <param name="Changes">How often the person voted before this ballot.</param>
    public sealed record BallotView(Guid PersonId, string Name, SeatClass Class, Choice Choice, int Changes, DateTimeOffset At, Guid EnteredBy);

    /// <param name="Ballots">The last ballot of each person: the one that counts.</param>
    /// <param name="Recount">Counted now, from every stored ballot.</param>
    /// <param name="Agrees">Whether the result written down at closing is the same; null while the vote is open.</param>
    public sealed record View(VoteView Vote, IReadOnlyList<BallotView> Ballots, Tally Recount, bool? Agrees);

    public static async Task<Ok<View>> Handle(Guid id, Guid voteId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var roll = meeting.Roll.ToDictionary(x => x.PersonId);
        if (!roll.ContainsKey(caller.Me)) await caller.DemandIn(db, meeting.AreaId, Rights.Readers, ct);
        var vote = meeting.Vote(voteId);
        var all = await db.Ballots.Where(x => x.VoteId == voteId).ToListAsync(ct);
        var recount = Tally.Of(all);
        var last = all.GroupBy(x => x.PersonId).Select(x => x.MaxBy(b => b.Turn)!).OrderBy(x => roll[x.PersonId].Class).ThenBy(x => x.PersonId);
        return TypedResults.Ok(new View(
            VoteView.Of(vote, recount.TakingPart),
            [.. last.Select(x => new BallotView(x.PersonId, roll[x.PersonId].Name, roll[x.PersonId].Class, x.Choice, x.Turn - 1, x.At, x.EnteredBy))],
            recount, vote.IsOpen ? null : recount == vote.Result && recount.Passes(vote.Majority) == vote.Passed));
    }
}
