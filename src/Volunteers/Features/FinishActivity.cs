using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>The activity is over; its hours wait to be verified.</summary>
public static class FinishActivity
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, VolunteersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);
        var there = await db.SignUps.Include(x => x.Attendances).Where(x => x.ActivityId == id && x.CheckIns > 0).ToListAsync(ct);

        activity.Finish();
        foreach (var signUp in there) signUp.CheckOutForgotten(activity.EndsAt!.Value, clock.GetUtcNow(), caller.Me);

        await db.SaveChangesAsync(ct);
        response.SetVersion(activity.Version);
        return TypedResults.NoContent();
    }
}
