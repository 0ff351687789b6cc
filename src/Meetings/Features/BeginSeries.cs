using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A body meets again and again from now on. One that it has ends the day before: what was owed under that stays as it was.</summary>
public static class BeginSeries
{
    /// <param name="Rule">RFC 5545, days only: FREQ=WEEKLY;BYDAY=TU, or FREQ=MONTHLY;BYMONTHDAY=7.</param>
    /// <param name="StartsOn">From which day on.</param>
    /// <param name="StartsAt">At what time, in the street's zone.</param>
    /// <param name="Minutes">How long a meeting takes.</param>
    /// <param name="Place">Where.</param>
    /// <param name="OnDayOff">What is done on days that are not worked; held all the same unless told.</param>
    /// <param name="StandingItems">Titles that stand on every agenda.</param>
    /// <param name="Reason">Why the series that it replaces ends, where there is one.</param>
    public sealed record Request(
        [property: Needed, Text(Recurrence.Length)] string? Rule, [property: Needed] DateOnly? StartsOn, [property: Needed] TimeOnly? StartsAt,
        [property: Between(15, 720)] int Minutes, [property: Needed, Text(100)] string? Place, OnDayOff OnDayOff = OnDayOff.Held,
        [property: AtMost(10)] IReadOnlyList<StandingItem>? StandingItems = null, [property: Text(500)] string? Reason = null);

    public sealed record StandingItem([property: Needed, Text(200)] string? Title);

    public sealed record Begun(Guid Id);

    public static async Task<Created<Begun>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Conveners, ct);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());
        var today = now.DayIn(calendar.Zone);
        var before = await db.Series.Include(x => x.Exceptions).SingleOrDefaultAsync(x => x.BodyId == id && x.EndsOn == null, ct);

        var series = Series.Begin(body, request.Course(), today, before?.Id);
        await db.Replace(before, series, request.Reason ?? "", calendar, now, ct);
        db.Series.Add(series);
        await db.Follow(series, calendar, now, ct);

        await db.SaveOnce(SeriesRefusals.RunsAlready, ct);
        return TypedResults.Created($"/api/v1/meetings/bodies/{id}/series", new Begun(series.Id));
    }

    internal static Course Course(this Request x) => new(
        Recurrence.Of(x.Rule!), x.StartsOn!.Value, x.StartsAt!.Value, x.Minutes, x.Place!, x.OnDayOff, [.. (x.StandingItems ?? []).Select(i => i.Title!)]);

    // Saved first: the database lets a body have one that goes on, at every moment.
    private static async Task Replace(this MeetingsDb db, Series? before, Series by, string reason, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        if (before is null) return;
        before.End(by.StartsOn.AddDays(-1), reason, now.DayIn(calendar.Zone));
        await db.Follow(before, calendar, now, ct);
        await db.SaveChangesAsync(ct);
    }
}
