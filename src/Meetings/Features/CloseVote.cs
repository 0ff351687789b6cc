using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A vote ends: its result is counted and written down.</summary>
public static class CloseVote
{
    public static async Task<Ok<VoteView>> Handle(Guid id, Guid voteId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var ballots = await db.Ballots.Where(x => x.VoteId == voteId).ToListAsync(ct);

        var vote = meeting.CloseVote(voteId, ballots, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(VoteView.Of(vote, 0));
    }
}
