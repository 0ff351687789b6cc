using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The caller's places and certificates, the latest first.</summary>
public static class MyTraining
{
    /// <param name="AttendedAt">When one came; null while one has not.</param>
    /// <param name="CertificateId">Of the workshop, where one has it.</param>
    /// <param name="Revoked">It is good for nothing.</param>
    public sealed record View(
        Guid Id, Guid WorkshopId, string WorkshopTitle, WorkshopState WorkshopState, Guid SessionId, DateTimeOffset StartsAt, string Place, int Minutes,
        DateTimeOffset? AttendedAt, Guid? CertificateId, bool Revoked);

    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.Me;
        return TypedResults.Ok(await db.TrainingPlaces.Where(x => x.PersonId == me && x.GivenUpAt == null).NewestFirst(page, x => new View(
            x.Id, db.TrainingSessions.Single(s => s.Id == x.SessionId).WorkshopId,
            db.Workshops.Single(w => w.Sessions.Any(s => s.Id == x.SessionId)).Title, db.Workshops.Single(w => w.Sessions.Any(s => s.Id == x.SessionId)).State, x.SessionId,
            db.TrainingSessions.Single(s => s.Id == x.SessionId).StartsAt, db.TrainingSessions.Single(s => s.Id == x.SessionId).Place,
            db.TrainingSessions.Single(s => s.Id == x.SessionId).Minutes, x.AttendedAt,
            db.Certificates.Where(c => c.PersonId == me && c.WorkshopId == db.TrainingSessions.Single(s => s.Id == x.SessionId).WorkshopId).Select(c => (Guid?)c.Id).FirstOrDefault(),
            db.Certificates.Any(c => c.PersonId == me && c.WorkshopId == db.TrainingSessions.Single(s => s.Id == x.SessionId).WorkshopId && c.RevokedOn != null)), x => x.Id, ct));
    }
}
