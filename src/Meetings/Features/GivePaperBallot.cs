using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Somebody present is given a sheet of paper for a secret vote, and no longer votes online. Which sheet is written down nowhere.</summary>
public static class GivePaperBallot
{
    public sealed record Request([property: Needed] Guid? PersonId);

    public static async Task<NoContent> Handle(Guid id, Guid voteId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var voter = request.PersonId!.Value;
        var meeting = await db.JoinVote(id, voteId, voter, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var vote = meeting.Vote(voteId);
        var mark = await db.VoterMarks.SingleOrDefaultAsync(x => x.VoteId == voteId && x.PersonId == voter, ct);

        db.Add(vote.GivePaper(meeting.DemandOnRoll(voter), meeting.Bars(voteId, voter), mark, clock.GetUtcNow()));

        await db.SaveOnce(VoteRefusals.VotedAlready, ct);
        return TypedResults.NoContent();
    }
}
