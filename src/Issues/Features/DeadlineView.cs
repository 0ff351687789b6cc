using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>A clock as people read it: 剩 2 个工作日, 超 1 个工作日.</summary>
/// <param name="Clock">What is to be done until then.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="DueAt">24:00 of it.</param>
/// <param name="WorkingDaysLeft">After today; 0 is today, below zero is late.</param>
/// <param name="Amber">80 % of the working time have passed.</param>
/// <param name="Overdue">It is late, or this clock was before it was extended.</param>
/// <param name="Paused">It waits: suspended, merged, or done and to be verified. The days left are those of when it was paused.</param>
/// <param name="Provisional">Counted with a year whose holidays are not known yet.</param>
public sealed record DeadlineView(
    ClockKind Clock, DateOnly DueOn, DateTimeOffset DueAt, int WorkingDaysLeft, bool Amber, bool Overdue, bool Paused, bool Provisional)
{
    internal static DeadlineView? Of(IssueClock? clock, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (clock is not { EndedAt: null, Due: { } due, DueAt: { } dueAt }) return null;
        var until = clock.IsPaused ? clock.Turns[^1] : now;
        var today = until.DayIn(calendar.Zone);
        // On a Saturday after a Friday it is late, though no working day has passed since.
        var left = due >= today ? calendar.Between(today, due) : -Math.Max(1, calendar.Between(due, today));
        return new DeadlineView(
            clock.Kind, due, dueAt, left, until >= clock.AmberAt, clock.OverdueAt is not null || dueAt <= until, clock.IsPaused,
            calendar.IsProvisional(clock.StartedAt.DayIn(calendar.Zone), due));
    }
}
