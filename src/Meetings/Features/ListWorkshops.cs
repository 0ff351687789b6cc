using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Workshops, the latest first. Plans are seen by those who offer them; everybody sees what is open or was held.</summary>
public static class ListWorkshops
{
    /// <param name="FirstAt">When its first session begins; null while nobody knows.</param>
    /// <param name="Minutes">All sessions together.</param>
    /// <param name="Free">Places that are left in the session that has most of them.</param>
    /// <param name="Certificates">Given and not revoked.</param>
    public sealed record View(
        Guid Id, Guid AreaId, string AreaName, string Title, WorkshopState State, int Sessions, DateTimeOffset? FirstAt, int Minutes, int Free, int Certificates);

    /// <param name="page">Which page.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="area">Only those that this area offers, or one in it.</param>
    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, WorkshopState? state, Guid? area, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var trains = db.AreasOf(caller, ConvenorRights.Trainers);
        var path = area is { } within ? (await db.Area(within, ct)).Path : "";
        var rows = db.Workshops.Where(x => (x.State != WorkshopState.Planned || trains.Contains(x.AreaId)) && (state == null || x.State == state)
            && db.Areas.Any(a => a.Id == x.AreaId && a.Path.StartsWith(path)));
        return TypedResults.Ok(await rows.NewestFirst(page, x => new View(
            x.Id, x.AreaId, db.Areas.Single(a => a.Id == x.AreaId).Name, x.Title, x.State, x.Sessions.Count, x.Sessions.Min(s => (DateTimeOffset?)s.StartsAt),
            x.Sessions.Sum(s => s.Minutes), x.Sessions.Max(s => (int?)(s.Capacity - s.Places.Count(p => p.GivenUpAt == null))) ?? 0,
            db.Certificates.Count(c => c.WorkshopId == x.Id && c.RevokedOn == null)), x => x.Id, ct));
    }
}
