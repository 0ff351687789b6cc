using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Who runs the activity checks a person out.</summary>
public static class CheckOut
{
    public static async Task<NoContent> Handle(Guid id, Guid person, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);
        return await Now(db, activity, person, caller.Me, clock, ct);
    }

    internal static async Task<NoContent> Now(VolunteersDb db, Activity activity, Guid person, Guid by, TimeProvider clock, CancellationToken ct)
    {
        if (activity.Status is not ActivityStatus.Running) throw new RefusedException(VolunteerRefusals.NotRunning);
        var signUp = await db.SignUpOf(activity.Id, person, ct);

        signUp.CheckOut(clock.GetUtcNow(), by);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
