using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The list of needs: by status, category, area with all below it, unit, those from a resolution.</summary>
public static class ListNeeds
{
    public sealed record Query(NeedStatus? Status = null, string? Category = null, Guid? AreaId = null, Guid? UnitId = null, bool? FromResolution = null);

    public static async Task<Ok<Page<NeedView>>> Handle(
        [AsParameters] PageQuery page, [AsParameters] Query query, Caller caller, PartnersDb db, CancellationToken ct)
    {
        var shown = db.NeedsShownTo(caller);
        if (query.Status is { } status) shown = shown.Where(x => x.Status == status);
        if (query.Category is { } category) shown = shown.Where(x => x.Category == category);
        if (query.UnitId is { } unit) shown = shown.Where(x => x.UnitId == unit);
        if (query.FromResolution is { } from) shown = shown.Where(x => x.ResolutionId != null == from);
        if (query.AreaId is { } areaId)
        {
            var path = (await db.Area(areaId, ct)).Path;
            shown = shown.Where(x => db.Areas.Any(a => a.Id == x.AreaId && a.Path.StartsWith(path)));
        }

        return TypedResults.Ok(await shown.AsNoTracking().NewestFirst(page, NeedView.For(db), x => x.Id, ct));
    }
}
