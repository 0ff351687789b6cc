using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A person confirms that this resource meets this need. Nothing is promised twice.</summary>
public static class MatchNeed
{
    public sealed record Request(Guid ResourceId);

    public static Task<NoContent> Handle(
        Guid id, Request request, Caller caller, PartnersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct) => db.InOne(async () =>
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);
        var resource = await db.Resources.SingleOrDefaultAsync(x => x.Id == request.ResourceId, ct) ?? throw new RefusedException(PartnerRefusals.UnknownResource);

        need.Match(resource, await db.Today(clock, ct));
        await db.Promise(resource, need.Count, ct);

        db.Say(need, new NeedMatched { ResourceId = resource.Id, UnitId = resource.UnitId, ActionId = need.ActionId });
        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }, ct);
}
