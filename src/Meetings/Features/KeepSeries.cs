using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Places;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// Plans the meetings of every series ahead, and notes of each period that is over whether a meeting was held that counts; a missed one is said. Of
/// many replicas one at a time has a series in hand; what it says commits with the row that says it was judged, so each is said once.
/// </summary>
public sealed class KeepSeries(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepSeries> log) : StreetByStreet<MeetingsDb>(scopes, log)
{
    // A session that goes on past the end of its period is waited for so long.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    // How far back series that have ended are looked at.
    private const int EndedDays = 400;

    // What this process has dealt with today: nothing about a series changes until the day, the series or the calendar does.
    private readonly ConcurrentDictionary<Guid, (int Version, DateOnly Day, int Calendar)> _done = new();

    protected override async Task Act(IServiceProvider services, MeetingsDb db, CancellationToken ct)
    {
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());
        var today = now.DayIn(calendar.Zone);
        var notices = await db.CalendarYears.SumAsync(x => x.Version, ct);
        var since = today.AddDays(-EndedDays);
        foreach (var series in await db.Series.Where(x => x.EndsOn == null || x.EndsOn > since).Select(x => new { x.Id, x.Version }).ToListAsync(ct))
        {
            var state = (series.Version, today, notices);
            if (_done.TryGetValue(series.Id, out var before) && before == state) continue;
            db.ChangeTracker.Clear();
            if (await db.InOne(() => Keep(db, series.Id, calendar, now, ct), ct)) _done[series.Id] = state;
        }
    }

    /// <returns>Whether nothing is left to do today.</returns>
    private static async Task<bool> Keep(MeetingsDb db, Guid id, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        // Of two replicas the second waits, and then finds it done.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"series {id}"}, 0))", ct);
        var series = await db.Series.Include(x => x.Exceptions).SingleAsync(x => x.Id == id, ct);
        await db.Follow(series, calendar, now, ct);
        var all = await Judge(db, series, calendar, now, ct);
        await db.SaveChangesAsync(ct);
        return all;
    }

    /// <returns>Whether every period that is over was judged; not where a session still goes on.</returns>
    private static async Task<bool> Judge(MeetingsDb db, Series series, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        var judged = await db.Periods.Where(x => x.SeriesId == series.Id).MaxAsync(x => (DateOnly?)x.From, ct);
        foreach (var period in Cadence.Over(series, calendar, now.DayIn(calendar.Zone), judged).ToList())
        {
            var (from, until) = (period.From.StartIn(calendar.Zone), period.To.AddDays(1).StartIn(calendar.Zone));
            var meetings = (await db.Meetings.Where(x => x.BodyId == series.BodyId && (x.OpenedAt ?? x.StartsAt) >= from && (x.OpenedAt ?? x.StartsAt) < until)
                .Select(x => new { x.Id, x.State, At = x.OpenedAt ?? x.StartsAt, x.Reason, Present = x.Roll.Where(r => r.CheckedInAt != null).Select(r => r.Class).ToList() })
                .ToListAsync(ct)).ConvertAll(x => new MeetingInPeriod(x.Id, x.State, x.At, x.Reason, x.Present.ToHashSet()));
            if (meetings.Exists(x => x.State is MeetingState.InSession) && now < until + Grace) return false;

            var cancelled = series.Occurrences(period.From, period.To, calendar).Select(x => x.Cancelled).FirstOrDefault(x => x is not null);
            var owed = OwedPeriod.Judge(series, period, meetings, cancelled, now);
            db.Periods.Add(owed);
            if (owed.Because is { } because)
                db.Say(owed, new MeetingSeriesMissed
                {
                    SeriesId = series.Id, BodyId = series.BodyId, BodyKind = series.BodyKind, AreaId = series.AreaId, From = period.From, To = period.To,
                    Because = because, Reason = owed.Reason,
                });
        }

        return true;
    }
}
