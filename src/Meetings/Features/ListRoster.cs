using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The 议事骨干 of the reader's areas, the latest first, and how active each was.</summary>
public static class ListRoster
{
    /// <param name="Unit">Where they come from.</param>
    /// <param name="CandidateId">The candidacy of a convenor.</param>
    /// <param name="Attended">Meetings of this body in the last 12 months that they were at.</param>
    /// <param name="Invited">Meetings of this body in the last 12 months that were held, and whose roll they were on.</param>
    /// <param name="Trained">They have a certificate that is good today.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, Guid AreaId, string AreaName, Guid PersonId, string Name, RosterRole Role, string Unit, string Skills, DateOnly From,
        DateOnly? To, RosterState State, string? Reason, Guid? CandidateId, int Attended, int Invited, bool Trained, int Version);

    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] RosterFilter filter, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var rows = await filter.Of(db, caller, clock, ct);
        return TypedResults.Ok(await rows.NewestFirst(page, db.RosterView(clock.GetUtcNow(), await db.Today(clock, ct)), x => x.Id, ct));
    }

    internal static System.Linq.Expressions.Expression<Func<RosterEntry, View>> RosterView(this MeetingsDb db, DateTimeOffset now, DateOnly today)
    {
        var since = now.AddMonths(-12);
        return x => new View(
            x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.AreaId, db.Areas.Single(a => a.Id == x.AreaId).Name, x.PersonId, x.Name, x.Role, x.Unit, x.Skills,
            x.From, x.To, x.State, x.Reason, x.CandidateId,
            db.Meetings.Count(m => m.BodyId == x.BodyId && m.ConcludedAt >= since && m.Roll.Any(r => r.PersonId == x.PersonId && r.CheckedInAt != null)),
            db.Meetings.Count(m => m.BodyId == x.BodyId && m.ConcludedAt >= since && m.Roll.Any(r => r.PersonId == x.PersonId)),
            db.Certificates.Any(c => c.PersonId == x.PersonId && c.IssuedOn <= today && (c.RevokedOn == null || c.RevokedOn > today)), x.Version);
    }
}

/// <summary>Which of the roster: what the list and its export show, and the numbers count.</summary>
/// <param name="Body">Only this body's.</param>
/// <param name="Area">Only those of bodies of this area and of those in it.</param>
/// <param name="Role">Only those who do this.</param>
/// <param name="State">Only those in this state.</param>
/// <param name="Trained">Only those with a certificate that is good today, or without one.</param>
/// <param name="Words">Only those whose name, unit or skills hold this.</param>
public sealed record RosterFilter(Guid? Body, Guid? Area, RosterRole? Role, RosterState? State, bool? Trained, [property: Text(50)] string? Words)
{
    internal async Task<IQueryable<RosterEntry>> Of(MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (areas, today) = (await db.AreasWithin(caller, Rights.Readers, Area, ct), await db.Today(clock, ct));
        var rows = db.Roster.Where(x => areas.Contains(x.AreaId) && (Body == null || x.BodyId == Body) && (Role == null || x.Role == Role) && (State == null || x.State == State));
        if (Words.Given() is { } words) rows = rows.Where(x => x.Name.Contains(words) || x.Unit.Contains(words) || x.Skills.Contains(words));
        return Trained is not { } trained ? rows
            : rows.Where(x => db.Certificates.Any(c => c.PersonId == x.PersonId && c.IssuedOn <= today && (c.RevokedOn == null || c.RevokedOn > today)) == trained);
    }
}
