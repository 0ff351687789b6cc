using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Somebody can't come: their place goes to the first who waits, in the same transaction.</summary>
public static class GiveUpPlace
{
    public static Task<NoContent> Handle(Guid id, Caller caller, VolunteersDb db, CancellationToken ct) => db.InOne(async () =>
    {
        var activity = await db.Hold(id, ct);
        if (!activity.TakesSignUps) throw new RefusedException(VolunteerRefusals.NotOpen);
        var signUp = await db.SignUps.SingleOrDefaultAsync(x => x.ActivityId == id && x.PersonId == caller.Me && x.Status != SignUpStatus.GivenUp, ct)
            ?? throw new RefusedException(VolunteerRefusals.NotSignedUp);

        if (signUp.Status is SignUpStatus.Placed) activity.Free();
        signUp.GiveUp();
        await db.MoveUp(activity, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }, ct);
}
