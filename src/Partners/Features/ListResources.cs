using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;

namespace Platform.Partners.Features;

/// <summary>What units offer in the caller's areas, and what the caller's own unit offers.</summary>
public static class ListResources
{
    public sealed record View(
        Guid Id, Guid UnitId, string UnitName, string What, string Category, int Capacity, int Promised, DateOnly From, DateOnly? Until, Guid AreaId,
        string? AreaName, bool IsWithdrawn, int Version);

    public sealed record Query(string? Category = null, Guid? UnitId = null, bool? IsWithdrawn = null);

    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, [AsParameters] Query query, Caller caller, PartnersDb db, CancellationToken ct)
    {
        var (areas, me) = (db.AreasShownTo(caller), caller.Me);
        var shown = db.Resources.Where(x => areas.Contains(x.AreaId) || db.Units.Any(u => u.Id == x.UnitId && u.ContactId == me));
        if (query.Category is { } category) shown = shown.Where(x => x.Category == category);
        if (query.UnitId is { } unit) shown = shown.Where(x => x.UnitId == unit);
        if (query.IsWithdrawn is { } withdrawn) shown = shown.Where(x => x.IsWithdrawn == withdrawn);
        return TypedResults.Ok(await shown.NewestFirst(page, x => new View(
            x.Id, x.UnitId, db.Units.Where(u => u.Id == x.UnitId).Select(u => u.Name).Single(), x.What, x.Category, x.Capacity, x.Promised, x.From, x.Until,
            x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.IsWithdrawn, x.Version), x => x.Id, ct));
    }
}
