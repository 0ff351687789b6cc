using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The first dates that a series would have, before anybody is bound by it.</summary>
public static class PreviewSeries
{
    /// <param name="Rule">RFC 5545, days only.</param>
    /// <param name="StartsOn">From which day on; today unless told.</param>
    /// <param name="StartsAt">At what time, in the street's zone; 19:00 unless told.</param>
    /// <param name="OnDayOff">What is done on days that are not worked.</param>
    /// <param name="Count">How many dates, 1 to 60; 12 unless told.</param>
    public sealed record Query(
        [property: Needed, Text(Recurrence.Length)] string? Rule, DateOnly? StartsOn = null, TimeOnly? StartsAt = null, OnDayOff OnDayOff = OnDayOff.Held, int? Count = null);

    /// <param name="Day">The day that the rule names.</param>
    /// <param name="HeldOn">The day that it is held on; another one where a holiday moves it.</param>
    /// <param name="Cancelled">Why it is not held.</param>
    public sealed record Date(DateOnly Day, DateOnly HeldOn, DateTimeOffset StartsAt, string? Cancelled)
    {
        internal static Date Of(Occurrence x) => new(x.Day, x.HeldOn, x.StartsAt, x.Cancelled);
    }

    public sealed record View(string Rule, IReadOnlyList<Date> Dates);

    private static readonly TimeOnly Evening = new(19, 0);

    public static async Task<Ok<View>> Handle(Guid id, [AsParameters] Query query, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Conveners, ct);
        var (calendar, rule) = (await db.Calendar(ct), Recurrence.Of(query.Rule!));
        var today = clock.GetUtcNow().DayIn(calendar.Zone);

        var series = Series.Begin(body, new Course(rule, query.StartsOn ?? today, query.StartsAt ?? Evening, 90, body.Name, query.OnDayOff, []), today);

        return TypedResults.Ok(new View(rule.Rule, series.Next(calendar, series.StartsOn, Math.Clamp(query.Count ?? 12, 1, 60))));
    }

    /// <summary>The next so many, of some years at most.</summary>
    internal static IReadOnlyList<Date> Next(this Series series, WorkingCalendar calendar, DateOnly from, int count) =>
        [.. series.Occurrences(from, from.AddYears(9), calendar).Take(count).Select(Date.Of)];
}
