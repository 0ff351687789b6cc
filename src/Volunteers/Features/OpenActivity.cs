using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Volunteers.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>An arranged activity takes sign-ups.</summary>
public static class OpenActivity
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, VolunteersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);

        activity.Open(clock.GetUtcNow());

        db.Say(activity, new ActivityOpened
        {
            AreaId = activity.AreaId, StartsAt = activity.StartsAt!.Value, Capacity = activity.Capacity, ActionId = activity.ActionId,
        });
        await db.SaveChangesAsync(ct);
        response.SetVersion(activity.Version);
        return TypedResults.NoContent();
    }
}
