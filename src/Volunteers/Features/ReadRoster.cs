using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Who comes, who waits and who was there, in the order of sign-up. People by id: names are Directory's to tell.</summary>
public static class ReadRoster
{
    public sealed record View(string Code, IReadOnlyList<Line> People);

    public sealed record Line(Guid PersonId, SignUpStatus Status, DateTimeOffset SignedUpAt, bool In, int CheckIns, int Minutes, IReadOnlyList<Stay> Stays);

    public sealed record Stay(DateTimeOffset In, DateTimeOffset? Out);

    public static async Task<Ok<View>> Handle(Guid id, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);
        db.AuditRead("Activity.Roster", id);
        await db.SaveChangesAsync(ct);

        var people = await db.SignUps.AsNoTracking().Where(x => x.ActivityId == id && x.Status != SignUpStatus.GivenUp)
            .OrderBy(x => x.Turn).Include(x => x.Attendances).ToListAsync(ct);
        return TypedResults.Ok(new View(activity.Code, [.. people.Select(x => new Line(
            x.PersonId, x.Status, x.At, x.Attendances.Any(a => a.Out is null), x.CheckIns, x.Minutes,
            [.. x.Attendances.OrderBy(a => a.In).Select(a => new Stay(a.In, a.Out))]))]));
    }
}
