using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>The ledger's entries of an activity, corrections included.</summary>
public static class ActivityHours
{
    public sealed record View(Guid Id, Guid PersonId, int Minutes, DateTimeOffset At, Guid By, Guid? CorrectsId, string? Reason);

    public static async Task<Ok<Page<View>>> Handle(Guid id, [AsParameters] PageQuery page, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandOrganises(caller, activity.AreaId, ct);
        return TypedResults.Ok(await db.Hours.AsNoTracking().Where(x => x.ActivityId == id)
            .NewestFirst(page, x => new View(x.Id, x.PersonId, x.Minutes, x.At, x.By, x.CorrectsId, x.Reason), x => x.Id, ct));
    }
}
