using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A resource is offered no longer.</summary>
public static class WithdrawResource
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var resource = await db.Find<Resource>(id, ct);
        await db.DemandUnit(caller, resource.UnitId, resource.AreaId, ct);

        resource.Withdraw();

        await db.SaveChangesAsync(ct);
        response.SetVersion(resource.Version);
        return TypedResults.NoContent();
    }
}
