using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The session ends; what was not reached waits for another meeting.</summary>
public static class ConcludeMeeting
{
    public static async Task<NoContent> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var now = clock.GetUtcNow();

        meeting.HasSpoken((await db.Speakers(id, ct)).Close(now), now);
        foreach (var item in meeting.Conclude(now))
        {
            await db.Settle(meeting, item, Standing.Waiting, caller.Me, now, ct);
            if (item.Outcome is Outcome.Deferred) db.SayDeferred(meeting, item);
        }

        var quorum = meeting.Quorum!;
        db.Say(meeting, new MeetingConcluded
        {
            BodyId = meeting.BodyId, BodyKind = meeting.BodyKind, AreaId = meeting.AreaId, Attended = quorum.Present, Quorate = quorum.Reached,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
