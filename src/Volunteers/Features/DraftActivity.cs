using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>An activity that no resolution asked for.</summary>
public static class DraftActivity
{
    public sealed record Request([Needed, Text(60)] string? Title, [Needed, Text(2000)] string? What, Guid AreaId);

    public static async Task<Created<Made>> Handle(Request request, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        await db.DemandOrganises(caller, request.AreaId, ct);

        var activity = Activity.Draft(request.Title!, request.What!, request.AreaId);

        db.Activities.Add(activity);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/volunteers/activities/{activity.Id}", new Made(activity.Id));
    }
}
