using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The meeting passes an item one level up. Issues decides where that is, and its IssueEscalated puts it into that inbox; a free item goes there by us.</summary>
public static class EscalateItem
{
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var item = meeting.Escalate(itemId, request.Reason!);
        await db.Settle(meeting, item, Standing.PassedUp, caller.Me, clock.GetUtcNow(), ct);

        db.Say(meeting, new ItemEscalated { ItemId = item.Id, IssueId = item.IssueId, From = meeting.Level, ReceiptNumber = item.ReceiptNumber });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
