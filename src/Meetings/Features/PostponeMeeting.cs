using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A convened meeting will be held another day; its agenda stays as it is.</summary>
public static class PostponeMeeting
{
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.Postpone(request.Reason!);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
