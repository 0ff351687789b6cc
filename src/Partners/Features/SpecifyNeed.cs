using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>Staff sort a need into its category and say how many and by when. What a resolution decided stays its text.</summary>
public static class SpecifyNeed
{
    public sealed record Request([Needed, Text(30)] string? Category, [Between(1, 100_000)] int Count, [Needed] DateOnly? DueOn);

    public static async Task<NoContent> Handle(Guid id, Request request, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);

        need.Specify(request.Category!, request.Count, request.DueOn!.Value);

        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }
}
