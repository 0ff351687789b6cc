using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff take an item off an agenda; its issue waits in the inbox again.</summary>
public static class TakeOffItem
{
    public static async Task<NoContent> Handle(Guid id, Guid itemId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var item = meeting.TakeOff(itemId);
        await db.Settle(meeting, item, Standing.Waiting, caller.Me, clock.GetUtcNow(), ct);

        db.SayDeferred(meeting, item);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>An item that others know of waits for another meeting. One that was never announced was in nobody's deliberation.</summary>
    internal static void SayDeferred(this MeetingsDb db, Meeting meeting, AgendaItem item)
    {
        if (meeting.ConvenedAt is not null)
            db.Say(meeting, new ItemDeferred { ItemId = item.Id, IssueId = item.IssueId, ReceiptNumber = item.ReceiptNumber, Until = item.Until });
    }
}
