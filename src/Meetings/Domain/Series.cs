using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What is done where a day of the series is not worked: it is held all the same, or on the next or last day that is.</summary>
public enum OnDayOff { Held, NextWorkingDay, PreviousWorkingDay }

/// <summary>How a series goes.</summary>
/// <param name="Rule">On which days.</param>
/// <param name="StartsOn">From which day on.</param>
/// <param name="StartsAt">At what time, in the street's zone.</param>
/// <param name="Minutes">How long a meeting takes, 15 to 720.</param>
/// <param name="Place">Where.</param>
/// <param name="OnDayOff">What is done on holidays.</param>
/// <param name="StandingItems">What stands on every agenda.</param>
public sealed record Course(Recurrence Rule, DateOnly StartsOn, TimeOnly StartsAt, int Minutes, string Place, OnDayOff OnDayOff, IReadOnlyList<string> StandingItems);

/// <summary>
/// A body's recurring meetings 例会. One that is to go otherwise from now on ends, and another begins: what was owed under it stays as it was. Single
/// dates are moved or cancelled by exceptions, each with its reason.
/// </summary>
public sealed partial class Series : Aggregate
{
    private readonly List<SeriesException> _exceptions = [];

    private Series() { }

    public Guid BodyId { get; private init; }
    public BodyKind BodyKind { get; private init; }
    public Guid AreaId { get; private init; }
    public AreaLevel Level { get; private init; }
    public Recurrence Rule { get; private init; } = null!;
    public DateOnly StartsOn { get; private init; }
    public TimeOnly StartsAt { get; private init; }
    public int Minutes { get; private init; }
    public string Place { get; private init; } = "";
    public OnDayOff OnDayOff { get; private init; }
    public string[] StandingItems { get; private init; } = [];

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Counts exceptions, so that they are changes of the series.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<SeriesException> Exceptions => _exceptions;

    /// <summary>The series that ended for this one: the week between them is owed all the same.</summary>
    public Guid? Replaces { get; private init; }

    /// <exception cref="RefusedException">
    /// 400 series.bad-start: before today, or more than two years ahead; series.never: no day fits; series.too-seldom: a Red Council leaves a week out.
    /// </exception>
    public static Series Begin(Body body, Course course, DateOnly today, Guid? replaces = null)
    {
        if (course.StartsOn < today || course.StartsOn > today.AddYears(2)) throw new RefusedException(SeriesRefusals.BadStart);
        // A leap day comes within eight years.
        if (course.Rule.From(course.StartsOn).TakeWhile(x => x <= course.StartsOn.AddYears(8)).Take(1).ToList() is not [var first]) throw new RefusedException(SeriesRefusals.Never);
        if (body.Kind is BodyKind.RedCouncil && LeavesAWeekOut(course.Rule, first)) throw new RefusedException(SeriesRefusals.TooSeldom);
        return new Series
        {
            BodyId = body.Id, BodyKind = body.Kind, AreaId = body.AreaId, Level = body.Level, Rule = course.Rule, StartsOn = course.StartsOn,
            StartsAt = course.StartsAt, Minutes = course.Minutes, Place = course.Place, OnDayOff = course.OnDayOff, StandingItems = [.. course.StandingItems],
            Replaces = replaces,
        };
    }

    /// <summary>Its last day.</summary>
    /// <exception cref="RefusedException">409 series.ended; 400 series.bad-end: before yesterday, so that what was owed stays owed.</exception>
    public void End(DateOnly lastDay, string reason, DateOnly today)
    {
        if (EndsOn is not null) throw new RefusedException(SeriesRefusals.Ended);
        if (lastDay < today.AddDays(-1)) throw new RefusedException(SeriesRefusals.BadEnd);
        (EndsOn, EndReason) = (lastDay, reason);
    }

    /// <summary>One date goes otherwise: on another day, or not at all where none is given. Said again, the last word counts.</summary>
    /// <param name="day">The day that the rule names.</param>
    /// <param name="movedTo">The day instead; without it the date is cancelled.</param>
    /// <param name="at">The time instead; without it the series' own.</param>
    /// <param name="reason">Why, in official words.</param>
    /// <param name="today">The day in the street.</param>
    /// <exception cref="RefusedException">409 series.not-a-day: the rule does not name that day, or it has passed; series.ended; 400 series.bad-move.</exception>
    public SeriesException Except(DateOnly day, DateOnly? movedTo, TimeOnly? at, string reason, DateOnly today)
    {
        if (EndsOn < day) throw new RefusedException(SeriesRefusals.Ended);
        if (day < today || !Rule.From(StartsOn).TakeWhile(x => x <= day).Contains(day)) throw new RefusedException(SeriesRefusals.NotADay);
        if (movedTo < today || movedTo > day.AddDays(MovedAtMost)) throw new RefusedException(SeriesRefusals.BadMove);
        _exceptions.RemoveAll(x => x.Day == day);
        var exception = new SeriesException(day, movedTo, movedTo is null ? null : at ?? StartsAt, reason);
        _exceptions.Add(exception);
        Changes++;
        return exception;
    }

    private static bool LeavesAWeekOut(Recurrence rule, DateOnly first)
    {
        var weeks = rule.From(first).TakeWhile(x => x < first.AddYears(1)).Select(x => Period.WeekOf(x).From).ToHashSet();
        return Enumerable.Range(0, 52).Any(x => !weeks.Contains(Period.WeekOf(first).From.AddDays(7 * x)));
    }
}

/// <summary>One date of a series that goes otherwise.</summary>
public sealed class SeriesException : TenantRow
{
    private SeriesException() { }

    internal SeriesException(DateOnly day, DateOnly? movedTo, TimeOnly? at, string reason) => (Day, MovedTo, At, Reason) = (day, movedTo, at, reason);

    public Guid SeriesId { get; private init; }

    /// <summary>The day that the rule names.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>The day instead; null where it is cancelled.</summary>
    public DateOnly? MovedTo { get; private init; }

    /// <summary>The time instead, in the street's zone.</summary>
    public TimeOnly? At { get; private init; }

    public string Reason { get; private init; } = "";
}
