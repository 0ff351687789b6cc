using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Activities, newest first: by status, by area with all below it, those from a resolution, those that I signed up for.</summary>
public static class ListActivities
{
    public sealed record Query(ActivityStatus? Status = null, Guid? AreaId = null, bool? FromResolution = null, bool? Mine = null);

    public static async Task<Ok<Page<ActivityView>>> Handle(
        [AsParameters] PageQuery page, [AsParameters] Query query, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        var me = caller.Me;
        var shown = db.ShownTo(caller);
        if (query.Status is { } status) shown = shown.Where(x => x.Status == status);
        if (query.FromResolution is { } from) shown = shown.Where(x => x.ResolutionId != null == from);
        if (query.Mine is true) shown = shown.Where(x => db.SignUps.Any(s => s.ActivityId == x.Id && s.PersonId == me && s.Status != SignUpStatus.GivenUp));
        if (query.AreaId is { } areaId)
        {
            var path = (await db.Area(areaId, ct)).Path;
            shown = shown.Where(x => db.Areas.Any(a => a.Id == x.AreaId && a.Path.StartsWith(path)));
        }

        return TypedResults.Ok(await shown.AsNoTracking().NewestFirst(page, ActivityView.For(db, me), x => x.Id, ct));
    }
}
