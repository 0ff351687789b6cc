using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A ballot, or another one in its place. Whoever is checked in votes for themselves; staff type in the hands they see. Many vote at once;
/// only a person's own ballots wait for each other, and closing waits for those that are being cast.
/// </summary>
public static class CastBallot
{
    /// <param name="Choice">For, against, or abstaining.</param>
    /// <param name="PersonId">Whose hand staff saw; without it one's own.</param>
    public sealed record Request([property: Needed] Choice? Choice, Guid? PersonId);

    public static async Task<NoContent> Handle(
        Guid id, Guid voteId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var voter = request.PersonId ?? caller.Me;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM roll_entries WHERE meeting_id = {id} AND person_id = {voter} FOR UPDATE", ct);
        var meeting = await db.Join(id, ct);
        if (voter != caller.Me) await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var seat = meeting.Roll.SingleOrDefault(x => x.PersonId == voter) ?? throw new RefusedException(MeetingRefusals.NotOnRoll);
        var before = await db.Ballots.CountAsync(x => x.VoteId == voteId && x.PersonId == voter, ct);

        db.Ballots.Add(meeting.Vote(voteId).Cast(seat, request.Choice!.Value, before, clock.GetUtcNow(), caller.Me));

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
