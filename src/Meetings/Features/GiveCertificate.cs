using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Whoever passed gets a certificate, once a person and workshop. Revoked it stays on record.</summary>
public static class GiveCertificate
{
    public sealed record Request([property: Needed] Guid? PersonId);

    public sealed record RevokeRequest([property: Needed, Text(500)] string? Reason);

    public sealed record Given(Guid Id, string Number);

    public static async Task<Created<Given>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var workshop = await db.HoldWorkshop(id, ct);
        await caller.DemandIn(db, workshop.AreaId, ConvenorRights.Trainers, ct);
        var today = await db.Today(clock, ct);

        var certificate = workshop.Certify(request.PersonId!.Value, Certificate.NewNumber(today.Year), caller.Me, today);
        db.Certificates.Add(certificate);

        db.Say(certificate, new TrainingCompleted { PersonId = certificate.PersonId, WorkshopId = id, AreaId = workshop.AreaId, Minutes = certificate.Minutes });
        await db.SaveOnce(ConvenorRefusals.Certified, ct);
        return TypedResults.Created($"/api/v1/meetings/certificates/{certificate.Id}", new Given(certificate.Id, certificate.Number));
    }

    public static async Task<NoContent> Revoke(Guid id, RevokeRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var certificate = await db.Find<Certificate>(id, ct);
        await caller.DemandIn(db, certificate.AreaId, ConvenorRights.Trainers, ct);

        certificate.Revoke(request.Reason!, await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
