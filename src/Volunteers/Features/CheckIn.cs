using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Who runs the activity checks a person in.</summary>
public static class CheckIn
{
    public static async Task<NoContent> Handle(Guid id, Guid person, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);
        return await Now(db, activity, person, caller.Me, clock, ct);
    }

    internal static async Task<NoContent> Now(VolunteersDb db, Activity activity, Guid person, Guid by, TimeProvider clock, CancellationToken ct)
    {
        var (signUp, now) = (await db.SignUpOf(activity.Id, person, ct), clock.GetUtcNow());

        activity.Begin(now);
        signUp.CheckIn(now, now.DayIn((await db.Street(ct)).Zone), by);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    internal static async Task<SignUp> SignUpOf(this VolunteersDb db, Guid activityId, Guid person, CancellationToken ct) =>
        await db.SignUps.Include(x => x.Attendances)
            .SingleOrDefaultAsync(x => x.ActivityId == activityId && x.PersonId == person && x.Status != SignUpStatus.GivenUp, ct)
        ?? throw new RefusedException(VolunteerRefusals.NotSignedUp);
}
