using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Completes a draft, or changes what is open: more places let the waiting list move up.</summary>
public static class ArrangeActivity
{
    public sealed record Request(
        [Needed, Text(60)] string? Title, [Needed, Text(2000)] string? What, [Needed, Text(100)] string? Place,
        [Needed] DateTimeOffset? StartsAt, [Needed] DateTimeOffset? EndsAt, [Between(1, 10000)] int Capacity, Guid? TeamId);

    public static Task<NoContent> Handle(
        Guid id, Request request, Caller caller, VolunteersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct) => db.InOne(async () =>
    {
        var activity = await db.Hold(id, ct);
        await db.DemandRuns(caller, activity, ct);
        if (request.TeamId is { } team && !await db.Teams.AnyAsync(x => x.Id == team, ct)) throw new RefusedException(VolunteerRefusals.TeamUnknown);

        var plan = new Arrangement(
            request.Title!, request.What!, request.Place!, request.StartsAt!.Value.ToUniversalTime(), request.EndsAt!.Value.ToUniversalTime(),
            request.Capacity, request.TeamId);
        activity.Arrange(plan, clock.GetUtcNow());
        await db.MoveUp(activity, ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(activity.Version);
        return TypedResults.NoContent();
    }, ct);
}
