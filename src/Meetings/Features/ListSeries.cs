using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The series that a body has and those that it had, newest first. When a body meets is nobody's secret.</summary>
public static class ListSeries
{
    private const int NextDates = 10;

    public sealed record ExceptionView(DateOnly Day, DateOnly? MovedTo, TimeOnly? At, string Reason);

    /// <param name="EndsOn">The last day; null while it goes on.</param>
    /// <param name="Next">Its next dates; none where it has ended.</param>
    public sealed record View(
        Guid Id, string Rule, DateOnly StartsOn, TimeOnly StartsAt, int Minutes, string Place, OnDayOff OnDayOff, IReadOnlyList<string> StandingItems,
        DateOnly? EndsOn, string? EndReason, IReadOnlyList<ExceptionView> Exceptions, IReadOnlyList<PreviewSeries.Date> Next, int Version);

    public static async Task<Ok<Page<View>>> Handle(Guid id, [AsParameters] PageQuery page, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        var (calendar, rows) = (await db.Calendar(ct), db.Series.AsNoTracking().Include(x => x.Exceptions).Where(x => x.BodyId == body.Id));
        var today = clock.GetUtcNow().DayIn(calendar.Zone);
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.Id < last);
        }

        var found = await rows.OrderByDescending(x => x.Id).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Id), ct);
        return TypedResults.Ok(new Page<View>([.. found.Items.Select(x => Of(x, calendar, today))], found.Next));
    }

    private static View Of(Series x, WorkingCalendar calendar, DateOnly today) => new(
        x.Id, x.Rule.Rule, x.StartsOn, x.StartsAt, x.Minutes, x.Place, x.OnDayOff, x.StandingItems, x.EndsOn, x.EndReason,
        [.. x.Exceptions.OrderBy(e => e.Day).Select(e => new ExceptionView(e.Day, e.MovedTo, e.At, e.Reason))], x.Next(calendar, today, NextDates), x.Version);
}
