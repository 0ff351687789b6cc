using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Volunteers.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>A counter-entry, by somebody else than who credited the hours.</summary>
public static class CorrectHours
{
    public sealed record Request([Between(-100_000, 100_000)] int Minutes, [Needed, Text(200)] string? Reason);

    public static Task<Created<Made>> Handle(Guid id, Request request, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct) => db.InOne(async () =>
    {
        var entry = await db.Find<HoursEntry>(id, ct);
        var activity = await db.Find<Activity>(entry.ActivityId, ct);
        await db.DemandOrganises(caller, activity.AreaId, ct);
        // A ledger's row cannot be locked by who may not change it: two corrections of one entry take turns by its name.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);
        var before = await db.Hours.Where(x => x.CorrectsId == id).SumAsync(x => x.Minutes, ct);

        var counter = entry.Correct(request.Minutes, before, request.Reason!, caller.Me, clock.GetUtcNow());

        db.Hours.Add(counter);
        db.Say(counter, new HoursCredited { PersonId = counter.PersonId, ActivityId = counter.ActivityId, Minutes = counter.Minutes });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/volunteers/activities/{counter.ActivityId}/hours", new Made(counter.Id));
    }, ct);
}
