using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A unit reports to the neighbourhood.</summary>
public static class JoinUnit
{
    public sealed record Request([Needed, Text(60)] string? Name, UnitKind Kind, Guid AreaId, Guid? ContactId);

    public static async Task<Created<Made>> Handle(Request request, Caller caller, PartnersDb db, CancellationToken ct)
    {
        await db.DemandStaff(caller, request.AreaId, ct);

        var unit = Unit.Join(request.Name!, request.Kind, request.AreaId, request.ContactId);

        db.Units.Add(unit);
        db.Say(unit, new UnitJoined());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/partners/units/{unit.Id}", new Made(unit.Id));
    }
}

/// <summary>The id of what was made.</summary>
public sealed record Made(Guid Id);
