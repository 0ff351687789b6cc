using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Another time or place, before anybody was told.</summary>
public static class ReplanMeeting
{
    public sealed record Request([property: Needed] DateTimeOffset? StartsAt, [property: Needed, Text(100)] string? Place,
        MeetingMode Mode = MeetingMode.InPerson, [property: Text(500)] string? Link = null);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.Replan(request.StartsAt!.Value, request.Place!);
        meeting.Meet(request.Mode, request.Link);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
