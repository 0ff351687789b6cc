using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>An item is left for a later meeting; its issue, or the free item itself, waits in the inbox again.</summary>
public static class DeferItem
{
    /// <param name="Reason">Why, in words that may be published.</param>
    /// <param name="Until">The day until which it rests; without it the next meeting may take it up.</param>
    public sealed record Request([property: Needed, Text(500)] string? Reason, DateOnly? Until);

    public static async Task<NoContent> Handle(Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var item = meeting.Defer(itemId, request.Reason!, request.Until, await db.Today(clock, ct));
        await db.Settle(meeting, item, Standing.Waiting, caller.Me, clock.GetUtcNow(), ct);
        await db.Rest(item, ct);

        db.SayDeferred(meeting, item);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
