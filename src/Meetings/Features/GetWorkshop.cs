using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>One workshop. Who comes, how they did, and the room's codes are for those who offer it; everybody sees their own place.</summary>
public static class GetWorkshop
{
    public sealed record PlaceView(Guid PersonId, string Name, DateTimeOffset SignedUpAt, DateTimeOffset? AttendedAt);

    /// <param name="Places">Null for those who do not offer it.</param>
    /// <param name="Mine">The caller has a place in it.</param>
    /// <param name="Came">The caller was there.</param>
    /// <param name="Begun">Nobody signs up any more.</param>
    /// <param name="Today">It is today in the street: whoever comes checks in.</param>
    /// <param name="CheckInCode">What the room shows this minute, for those who offer it, on its day.</param>
    public sealed record SessionView(
        Guid Id, DateTimeOffset StartsAt, string Place, int Minutes, int Capacity, int Taken, IReadOnlyList<PlaceView>? Places, bool Mine, bool Came, bool Begun, bool Today,
        string? CheckInCode);

    /// <param name="Minutes">How long they were there.</param>
    /// <param name="Passed">Null while they are not assessed.</param>
    /// <param name="CertificateId">Null while they have none.</param>
    /// <param name="Revoked">The certificate is good for nothing.</param>
    public sealed record TraineeView(
        Guid PersonId, string Name, int Minutes, bool? Passed, IReadOnlyList<Scored> Scores, Guid? CertificateId, string? CertificateNumber, bool Revoked);

    /// <param name="Trainees">Everybody who was there at least once; null for those who do not offer it.</param>
    /// <param name="MySignUp">The caller belongs to the area, and may sign up.</param>
    /// <param name="MyCertificateId">The caller's own.</param>
    /// <param name="MayTrain">The caller offers it.</param>
    public sealed record View(
        Guid Id, Guid AreaId, string AreaName, string Title, string Aim, IReadOnlyList<Competency> Competencies, WorkshopState State, string? Reason,
        IReadOnlyList<SessionView> Sessions, IReadOnlyList<TraineeView>? Trainees, bool MySignUp, Guid? MyCertificateId, bool MayTrain, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var x = await db.Workshop(id, ct);
        var (area, zone, now) = (await db.Area(x.AreaId, ct), (await db.Street(ct)).Zone, clock.GetUtcNow());
        var trains = caller.Holds(area.Path, ConvenorRights.Trainers);
        if (x.State is WorkshopState.Planned && !trains) throw new RefusedException(KernelRefusals.NotFound);
        var certificates = await db.Certificates.Where(c => c.WorkshopId == id).ToDictionaryAsync(c => c.PersonId, ct);
        response.SetVersion(x.Version);
        return TypedResults.Ok(new View(
            x.Id, area.Id, area.Name, x.Title, x.Aim, x.Competencies, x.State, x.Reason,
            [.. x.Sessions.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(s => Session(s, caller.Me, trains, now, zone))],
            trains ? [.. x.Attendees.Select(p => Trainee(x, p, certificates.GetValueOrDefault(p))).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.PersonId)] : null,
            x.State is WorkshopState.Open && caller.Belongs(area.Path), certificates.GetValueOrDefault(caller.Me)?.Id, trains, x.Version));
    }

    private static SessionView Session(TrainingSession s, Guid me, bool trains, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (held, today) = (s.Places.Where(p => p.IsHeld).OrderBy(p => p.Id).ToList(), s.StartsAt.DayIn(zone) == now.DayIn(zone));
        var mine = held.Find(p => p.PersonId == me);
        return new SessionView(
            s.Id, s.StartsAt, s.Place, s.Minutes, s.Capacity, held.Count,
            trains ? [.. held.Select(p => new PlaceView(p.PersonId, p.Name, p.SignedUpAt, p.AttendedAt))] : null,
            mine is not null, mine?.AttendedAt is not null, s.StartsAt <= now, today, trains && today ? s.CodeAt(now) : null);
    }

    private static TraineeView Trainee(Workshop x, Guid person, Certificate? certificate)
    {
        var assessed = x.Assessments.SingleOrDefault(a => a.PersonId == person);
        return new TraineeView(
            person, x.Sessions.SelectMany(s => s.Places).First(p => p.PersonId == person).Name, x.MinutesOf(person), assessed?.Passed,
            [.. assessed?.Scores.OrderBy(s => s.Competency).Select(s => new Scored(s.Competency, s.Before, s.After)) ?? []],
            certificate?.Id, certificate?.Number, certificate?.RevokedOn is not null);
    }
}
