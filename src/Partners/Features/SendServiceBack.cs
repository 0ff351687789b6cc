using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The committee doesn't find it done and says why; the unit goes on and records again.</summary>
public static class SendServiceBack
{
    public static async Task<NoContent> Handle(
        Guid id, ReasonRequest request, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);

        need.SendBack(request.Reason!);

        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }
}
