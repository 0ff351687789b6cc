using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>How large each body's roster is, and how active: body by body, the latest founded first.</summary>
public static class CountRoster
{
    /// <param name="Convenors">Active ones.</param>
    /// <param name="Recorders">Active ones.</param>
    /// <param name="Deliberators">Active ones.</param>
    /// <param name="Paused">Of any role.</param>
    /// <param name="Meetings">Held in the last 12 months.</param>
    /// <param name="CameAtAll">Of the active, those who were at one of them at least.</param>
    public sealed record View(
        Guid BodyId, string BodyName, Guid AreaId, string AreaName, int Convenors, int Recorders, int Deliberators, int Paused, int Meetings, int CameAtAll);

    /// <param name="page">Which page.</param>
    /// <param name="area">Only bodies of this area and of those in it.</param>
    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, Guid? area, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (areas, since) = (await db.AreasWithin(caller, Rights.Readers, area, ct), clock.GetUtcNow().AddMonths(-12));
        return TypedResults.Ok(await db.Bodies.Where(x => areas.Contains(x.AreaId)).NewestFirst(page, b => new View(
            b.Id, b.Name, b.AreaId, db.Areas.Single(a => a.Id == b.AreaId).Name,
            db.Roster.Count(x => x.BodyId == b.Id && x.State == RosterState.Active && x.Role == RosterRole.Convenor),
            db.Roster.Count(x => x.BodyId == b.Id && x.State == RosterState.Active && x.Role == RosterRole.Recorder),
            db.Roster.Count(x => x.BodyId == b.Id && x.State == RosterState.Active && x.Role == RosterRole.Deliberator),
            db.Roster.Count(x => x.BodyId == b.Id && x.State == RosterState.Paused),
            db.Meetings.Count(m => m.BodyId == b.Id && m.ConcludedAt >= since),
            db.Roster.Count(x => x.BodyId == b.Id && x.State == RosterState.Active
                && db.Meetings.Any(m => m.BodyId == b.Id && m.ConcludedAt >= since && m.Roll.Any(r => r.PersonId == x.PersonId && r.CheckedInAt != null)))), x => x.BodyId, ct));
    }
}
