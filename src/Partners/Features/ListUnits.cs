using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The units of the caller's areas, and the caller's own.</summary>
public static class ListUnits
{
    public sealed record View(Guid Id, string Name, UnitKind Kind, Guid AreaId, string? AreaName, Guid? ContactId, int Resources, int Confirmed, int Version);

    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, UnitKind? kind, bool? mine, Caller caller, PartnersDb db, CancellationToken ct)
    {
        var (areas, me) = (db.AreasShownTo(caller), caller.Me);
        return TypedResults.Ok(await db.Units
            .Where(x => areas.Contains(x.AreaId) || x.ContactId == me)
            .Where(x => (kind == null || x.Kind == kind) && (mine != true || x.ContactId == me))
            .NewestFirst(page, x => new View(
                x.Id, x.Name, x.Kind, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.ContactId,
                db.Resources.Count(r => r.UnitId == x.Id && !r.IsWithdrawn), db.Needs.Count(n => n.UnitId == x.Id && n.Status == NeedStatus.Confirmed),
                x.Version), x => x.Id, ct));
    }
}
