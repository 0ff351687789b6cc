using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>A member signs up, once: a place while there is one, otherwise the end of the waiting list. Never one too many.</summary>
public static class SignUpForActivity
{
    public sealed record View(SignUpStatus Status);

    public static Task<Ok<View>> Handle(Guid id, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct) => db.InOne(async () =>
    {
        var (activity, isSignedUp) = await db.Share(id, caller.Me, ct);
        var now = clock.GetUtcNow();
        if (!activity.TakesSignUps || activity.StartsAt <= now) throw new RefusedException(VolunteerRefusals.NotOpen);
        if (isSignedUp) throw new RefusedException(VolunteerRefusals.AlreadySignedUp);

        var signUp = SignUp.For(id, caller.Me, placed: await db.Take(activity, ct), now);

        db.SignUps.Add(signUp);
        // Whoever signs up twice at the same moment meets the unique index, and the place is given back with the rest.
        await db.SaveOnce(VolunteerRefusals.AlreadySignedUp, ct);
        return TypedResults.Ok(new View(signUp.Status));
    }, ct);
}
