using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The unit's contact, or staff for it, records what was done.</summary>
public static class RecordService
{
    public sealed record Request([Needed] DateOnly? HeldOn, [Between(0, 1_000_000)] int PeopleServed, [Needed, Text(1000)] string? What);

    public static async Task<Created<Made>> Handle(
        Guid id, Request request, Caller caller, PartnersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var need = await db.Find<Need>(id, ct);
        if (need.UnitId is not { } unit) throw new RefusedException(PartnerRefusals.CannotMove(need.Status, NeedStatus.Delivered));
        await db.DemandUnit(caller, unit, need.AreaId, ct);

        var service = need.Deliver(
            request.HeldOn!.Value, request.PeopleServed, request.What!, caller.Me, clock.GetUtcNow(), await db.Today(clock, ct));

        db.Services.Add(service);
        db.Say(need, new ServiceDelivered { ServiceId = service.Id, UnitId = unit, PeopleServed = service.PeopleServed, ActionId = need.ActionId });
        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.Created($"/api/v1/partners/needs/{id}", new Made(service.Id));
    }
}
