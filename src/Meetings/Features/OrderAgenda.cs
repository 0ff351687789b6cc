using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The agenda's order: all of its items, as they are to follow.</summary>
public static class OrderAgenda
{
    public sealed record Request([property: Needed, AtMost(100)] IReadOnlyList<Guid>? ItemIds);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.Order(request.ItemIds!);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
