using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A meeting will not take place; its issues, and the free items that were announced, go back to the inbox.</summary>
public static class CancelMeeting
{
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        foreach (var item in meeting.Cancel(request.Reason!))
        {
            await db.Settle(meeting, item, Standing.Waiting, caller.Me, clock.GetUtcNow(), ct);
            db.SayDeferred(meeting, item);
        }

        db.Say(meeting, new MeetingCancelled { BodyId = meeting.BodyId });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
