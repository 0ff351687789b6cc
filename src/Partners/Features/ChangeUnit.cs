using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A unit gets another name, kind or contact.</summary>
public static class ChangeUnit
{
    public sealed record Request([Needed, Text(60)] string? Name, UnitKind Kind, Guid? ContactId);

    public static async Task<NoContent> Handle(Guid id, Request request, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var unit = await db.Find<Unit>(id, ct);
        await db.DemandStaff(caller, unit.AreaId, ct);

        unit.Change(request.Name!, request.Kind, request.ContactId);

        await db.SaveChangesAsync(ct);
        response.SetVersion(unit.Version);
        return TypedResults.NoContent();
    }
}
