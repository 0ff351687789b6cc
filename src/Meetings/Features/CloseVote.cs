using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A vote ends: its result is counted and written down, and the box of a secret one is shuffled.</summary>
public static class CloseVote
{
    public static async Task<Ok<VoteView>> Handle(Guid id, Guid voteId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var vote = meeting.Vote(voteId);
        var (count, papers) = (await db.CountOf(vote, ct), await db.PapersOf(vote, ct));
        var givenOut = await db.VoterMarks.CountAsync(x => x.VoteId == voteId && x.Way == BallotWay.Paper, ct);

        meeting.CloseVote(voteId, count, papers, givenOut, clock.GetUtcNow());
        await db.EmptyBox(vote, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(VoteView.Of(vote, 0));
    }
}
