using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Certificates: of the reader's areas, one to print, and what a number on paper is worth.</summary>
public static class ReadCertificates
{
    /// <param name="Minutes">How long they were there.</param>
    /// <param name="MayRevoke">The reader offers trainings there.</param>
    public sealed record View(
        Guid Id, string Number, Guid WorkshopId, string WorkshopTitle, Guid AreaId, string AreaName, Guid PersonId, string Name, int Minutes, DateOnly IssuedOn,
        DateOnly? RevokedOn, string? RevokedBecause, bool MayRevoke);

    /// <param name="Name">王**.</param>
    /// <param name="Valid">Good today.</param>
    public sealed record PublicView(string Number, string WorkshopTitle, string AreaName, string Name, int Minutes, DateOnly IssuedOn, bool Valid, DateOnly? RevokedOn);

    /// <param name="page">Which page.</param>
    /// <param name="workshop">Only this workshop's.</param>
    /// <param name="person">Only this person's.</param>
    /// <param name="area">Only those given in this area and in those in it.</param>
    public static async Task<Ok<Page<View>>> List(
        [AsParameters] PageQuery page, Guid? workshop, Guid? person, Guid? area, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var (areas, trains) = (await db.AreasWithin(caller, Rights.Readers, area, ct), db.AreasOf(caller, ConvenorRights.Trainers));
        return TypedResults.Ok(await db.Certificates
            .Where(x => areas.Contains(x.AreaId) && (workshop == null || x.WorkshopId == workshop) && (person == null || x.PersonId == person))
            .NewestFirst(page, x => new View(
                x.Id, x.Number, x.WorkshopId, x.WorkshopTitle, x.AreaId, db.Areas.Single(a => a.Id == x.AreaId).Name, x.PersonId, x.Name, x.Minutes, x.IssuedOn,
                x.RevokedOn, x.RevokedBecause, trains.Contains(x.AreaId)), x => x.Id, ct));
    }

    /// <summary>One's own, or one of the reader's areas.</summary>
    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var x = await db.Find<Certificate>(id, ct);
        var area = await db.Area(x.AreaId, ct);
        if (x.PersonId != caller.Me) caller.Demand(area.Path, [.. Rights.Readers, .. ConvenorRights.Trainers]);
        return TypedResults.Ok(new View(
            x.Id, x.Number, x.WorkshopId, x.WorkshopTitle, area.Id, area.Name, x.PersonId, x.Name, x.Minutes, x.IssuedOn, x.RevokedOn, x.RevokedBecause,
            caller.Holds(area.Path, ConvenorRights.Trainers)));
    }

    public static async Task<Ok<PublicView>> Check(string street, string number, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var typed = number.Trim().ToUpperInvariant();
        var x = await db.Certificates.SingleOrDefaultAsync(c => c.Number == typed, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        return TypedResults.Ok(new PublicView(
            x.Number, x.WorkshopTitle, (await db.Area(x.AreaId, ct)).Name, MaskedName.Of(x.Name), x.Minutes, x.IssuedOn, x.IsValidOn(await db.Today(clock, ct)), x.RevokedOn));
    }
}
