using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>An official reason, for the others to read.</summary>
public sealed record ReasonRequest([Needed, Text(200)] string? Reason);

/// <summary>The unit can't do it after all. The need looks for another; the resolution's action is not given up yet.</summary>
public static class ReleaseNeed
{
    public static Task<NoContent> Handle(
        Guid id, ReasonRequest request, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct) => db.InOne(async () =>
    {
        var need = await db.Find<Need>(id, ct);
        var (unit, resource) = (need.UnitId, need.ResourceId);
        if (unit is null) await db.DemandStaff(caller, need.AreaId, ct);
        else await db.DemandUnit(caller, unit.Value, need.AreaId, ct);

        need.Release(request.Reason!);
        await db.GiveBack(resource!.Value, need.Count, ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }, ct);
}
