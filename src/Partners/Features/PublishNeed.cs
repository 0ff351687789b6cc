using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A need that no resolution asked for.</summary>
public static class PublishNeed
{
    public sealed record Request(
        [Needed, Text(500)] string? What, [Needed, Text(30)] string? Category, Guid AreaId, [Between(1, 100_000)] int Count, [Needed] DateOnly? DueOn);

    public static async Task<Created<Made>> Handle(Request request, Caller caller, PartnersDb db, TimeProvider clock, CancellationToken ct)
    {
        await db.DemandStaff(caller, request.AreaId, ct);

        var need = Need.Of(request.What!, request.Category!, request.AreaId, request.Count, request.DueOn!.Value, await db.Today(clock, ct));

        db.Needs.Add(need);
        db.Say(need, new NeedPublished { AreaId = need.AreaId, Category = need.Category });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/partners/needs/{need.Id}", new Made(need.Id));
    }
}
