using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A unit's contact, or staff for it, puts something on the list of resources.</summary>
public static class OfferResource
{
    public sealed record Request(
        Guid UnitId, [Needed, Text(500)] string? What, [Needed, Text(30)] string? Category, [Between(1, 100_000)] int Capacity,
        [Needed] DateOnly? From, DateOnly? Until, Guid AreaId);

    public static async Task<Created<Made>> Handle(Request request, Caller caller, PartnersDb db, CancellationToken ct)
    {
        var unit = await db.Units.SingleOrDefaultAsync(x => x.Id == request.UnitId, ct) ?? throw new RefusedException(PartnerRefusals.UnknownUnit);
        await db.DemandUnit(caller, unit.Id, unit.AreaId, ct);
        var area = await db.Area(request.AreaId, ct);

        var resource = Resource.Of(unit.Id, new Offer(
            request.What!, request.Category!, request.Capacity, request.From!.Value, request.Until, area.Id));

        db.Resources.Add(resource);
        db.Say(resource, new ResourceOffered { UnitId = unit.Id, Category = resource.Category });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/partners/resources/{resource.Id}", new Made(resource.Id));
    }
}
