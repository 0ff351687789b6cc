using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Which meetings are measured: those of an area and below it, of some days, of a kind or one body.</summary>
/// <param name="Area">There and below; all that the caller may read unless told.</param>
/// <param name="From">The first day; that of this month unless told.</param>
/// <param name="To">The last day; today unless told.</param>
/// <param name="Kind">Only bodies of this kind.</param>
/// <param name="Body">Only this body.</param>
public sealed record MeasureQuery(Guid? Area = null, DateOnly? From = null, DateOnly? To = null, BodyKind? Kind = null, Guid? Body = null);

/// <summary>How each measure is counted, once: the number and the list behind it ask the same question.</summary>
public sealed class Counted(MeetingsDb db, Caller caller, TimeProvider clock)
{
    // A session is opened on its day or later: how much later is looked for.
    private const int OpenedLateAtMost = 90;

    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>The bodies that are measured.</summary>
    public IQueryable<Body> Bodies { get; private set; } = null!;

    /// <summary>Those that were held: begun within these days, and ended.</summary>
    public IQueryable<Meeting> Held { get; private set; } = null!;

    /// <summary>Those that were called off, by the day that they were to be on.</summary>
    public IQueryable<Meeting> CalledOff { get; private set; } = null!;

    /// <summary>Periods that a meeting was owed in and that ended within these days.</summary>
    public IQueryable<OwedPeriod> Owed { get; private set; } = null!;

    /// <summary>Issues that a meeting of these bodies put off and that wait again, on no agenda: by the meeting that did so last.</summary>
    public IQueryable<Carried> CarriedOver { get; private set; } = null!;

    /// <exception cref="RefusedException">400 measures.bad-days: the last day before the first, or more than two years; area.unknown; 403 rights.outside-your-area.</exception>
    public async Task<Counted> Of(MeasureQuery query, CancellationToken ct)
    {
        var zone = (await db.Street(ct)).Zone;
        var today = clock.GetUtcNow().DayIn(zone);
        To = query.To ?? today;
        From = query.From ?? new DateOnly(To.Year, To.Month, 1);
        if (To < From || From.Year < 2000 || To > today.AddYears(10) || From.AddYears(2) < To) throw new RefusedException(MeetingRefusals.BadDays);
        var areas = await Areas(query.Area, ct);
        var (kind, body, first, last) = (query.Kind, query.Body, From, To);
        Bodies = db.Bodies.AsNoTracking().Where(x => areas.Contains(x.AreaId) && (kind == null || x.Kind == kind) && (body == null || x.Id == body));
        var (bodies, from, until) = (Bodies.Select(x => x.Id), From.StartIn(zone), To.AddDays(1).StartIn(zone));
        var early = from.AddDays(-OpenedLateAtMost);
        var meetings = db.Meetings.AsNoTracking().Where(x => bodies.Contains(x.BodyId) && x.StartsAt < until);
        Held = meetings.Where(x => (x.State == MeetingState.Concluded || x.State == MeetingState.MinutesPublished)
            && x.StartsAt >= early && (x.OpenedAt ?? x.StartsAt) >= from && (x.OpenedAt ?? x.StartsAt) < until);
        CalledOff = meetings.Where(x => x.State == MeetingState.Cancelled && x.StartsAt >= from && x.ConvenedAt != null);
        Owed = db.Periods.AsNoTracking().Where(x => bodies.Contains(x.BodyId) && x.To >= first && x.To <= last);
        var deferred = db.Set<AgendaItem>().Where(x => x.Outcome == Outcome.Deferred && x.IssueId != null);
        CarriedOver = db.InboxIssues.AsNoTracking().Where(x => x.Standing == Standing.Waiting && x.Gone == null)
            .Select(x => new { Issue = x, Last = deferred.Where(i => i.IssueId == x.Id).OrderByDescending(i => i.Id).Select(i => (Guid?)i.MeetingId).FirstOrDefault() })
            .Join(db.Meetings.Where(m => bodies.Contains(m.BodyId)), x => x.Last, m => m.Id,
                (x, m) => new Carried { IssueId = x.Issue.Id, ReceiptNumber = x.Issue.ReceiptNumber, BodyId = m.BodyId, MeetingId = m.Id, Since = m.StartsAt });
        return this;
    }

    private async Task<IQueryable<Guid>> Areas(Guid? area, CancellationToken ct)
    {
        if (area is not { } id) return db.AreasOf(caller, Rights.Readers);
        var looked = await db.Area(id, ct);
        caller.Demand(looked.Path, Rights.Readers);
        return db.AreasWithin([looked.Path]);
    }
}

/// <summary>An issue that a meeting put off, and that waits still.</summary>
public sealed record Carried
{
    public required Guid IssueId { get; init; }
    public string? ReceiptNumber { get; init; }
    public required Guid BodyId { get; init; }

    /// <summary>The meeting that put it off last.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>When that was.</summary>
    public required DateTimeOffset Since { get; init; }
}
