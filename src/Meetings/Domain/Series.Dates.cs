using Platform.Kernel.Time;

namespace Platform.Meetings.Domain;

/// <summary>One meeting of a series as it is to be.</summary>
/// <param name="Day">The day that the rule names; what the meeting is known by, wherever it was moved.</param>
/// <param name="StartsAt">When, after holidays and exceptions.</param>
/// <param name="HeldOn">The day of that, in the street's zone.</param>
/// <param name="Cancelled">Why it is not held; null where it is.</param>
public sealed record Occurrence(DateOnly Day, DateTimeOffset StartsAt, DateOnly HeldOn, string? Cancelled);

/// <summary>The dates of a series: what its rule names, as holidays and exceptions move it.</summary>
public sealed partial class Series
{
    // How far a date may be moved, by a holiday or by hand: how far around a window its occurrences may have come from.
    private const int MovedAtMost = 60;

    /// <summary>The meetings that are to be held within these days, those cancelled among them, in the order of the rule's days.</summary>
    public IEnumerable<Occurrence> Occurrences(DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        // Forwards a holiday moves a date by some days, backwards a hand may move it from far ahead.
        var last = _exceptions.Select(x => x.Day).Append(to.AddDays(MovedAtMost)).Max();
        return Rule.From(StartsOn).TakeWhile(x => x <= last && !(x > EndsOn)).Select(x => On(x, calendar)).Where(x => x.HeldOn >= from && x.HeldOn <= to);
    }

    private Occurrence On(DateOnly day, WorkingCalendar calendar)
    {
        var exception = _exceptions.Find(x => x.Day == day);
        var held = exception?.MovedTo ?? day;
        var step = exception is { MovedTo: not null } ? 0 : OnDayOff switch { OnDayOff.NextWorkingDay => 1, OnDayOff.PreviousWorkingDay => -1, _ => 0 };
        for (var i = 0; step != 0 && i < MovedAtMost && !calendar.IsWorkingDay(held); i++) held = held.AddDays(step);
        var local = held.ToDateTime(exception?.At ?? StartsAt);
        // Where clocks go forward over that time, a little later.
        while (calendar.Zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var at = new DateTimeOffset(local, calendar.Zone.GetUtcOffset(local)).ToUniversalTime();
        return new Occurrence(day, at, held, exception is { MovedTo: null } ? exception.Reason : null);
    }
}
