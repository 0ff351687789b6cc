using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff hide a point and say why, which its author reads, or show it again. What was decided before stays on record.</summary>
public static class ModeratePoint
{
    public sealed record Request([property: Needed, Text(500, atLeast: 2)] string? Reason);

    public static async Task<NoContent> Hide(
        Guid pointId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var point = await db.Find<DiscussionPoint>(pointId, ct);
        await caller.DemandIn(db, point.AreaId, Rights.Conveners, ct);

        db.Add(point.Hide(request.Reason!.Trim(), caller.Me, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(point.Version);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> Show(Guid pointId, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var point = await db.Find<DiscussionPoint>(pointId, ct);
        await caller.DemandIn(db, point.AreaId, Rights.Conveners, ct);

        db.Add(point.Show(caller.Me, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(point.Version);
        return TypedResults.NoContent();
    }
}
