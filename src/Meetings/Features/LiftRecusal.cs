using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>
/// Staff lift a recusal 回避 before its item is voted on: it was written down by mistake, or the interest is gone. Never one's own. Both stay on record.
/// </summary>
public static class LiftRecusal
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(
        Guid id, Guid itemId, Guid recusalId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.LiftRecusal(itemId, recusalId, request.Reason!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
