using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Time;

namespace Platform.Meetings.Domain;

/// <summary>A stretch of days, both included, in which a body owes a meeting.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>The ISO week that a day lies in: Monday to Sunday.</summary>
    public static Period WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new Period(monday, monday.AddDays(6));
    }

    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>What kinds of bodies owe: a Red Council 红色议事会 a meeting each ISO week, a Talk Day 固定说事日 one on each of its days. Others owe none.</summary>
public static class Cadence
{
    public static bool IsOwed(BodyKind kind) => kind is BodyKind.RedCouncil or BodyKind.TalkDay;

    /// <summary>
    /// The periods that a series owes and that were over before today, after the last one that was judged. The first is that of its first
    /// occurrence: nobody owes what lies before a series began. A week that its end cuts short is not owed any more.
    /// </summary>
    public static IEnumerable<Period> Over(Series series, WorkingCalendar calendar, DateOnly today, DateOnly? judged)
    {
        var last = series.EndsOn is { } end && end < today ? end : today.AddDays(-1);
        return series.BodyKind switch
        {
            BodyKind.RedCouncil => Weeks(series, last).Where(x => judged is null || x.From > judged),
            BodyKind.TalkDay => series.Occurrences(series.StartsOn, last, calendar).Select(x => new Period(x.HeldOn, x.HeldOn))
                .Distinct().Where(x => judged is null || x.From > judged).OrderBy(x => x.From),
            _ => [],
        };
    }

    private static IEnumerable<Period> Weeks(Series series, DateOnly last)
    {
        if (series.Rule.From(series.StartsOn).Take(1).ToList() is not [var first]) yield break;
        if (series.Replaces is not null) first = series.StartsOn;
        for (var week = Period.WeekOf(first); week.To <= last; week = Period.WeekOf(week.To.AddDays(1))) yield return week;
    }
}
