using CsCheck;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Kernel.Time;
using Xunit;

namespace Platform.Issues.Tests;

/// <summary>When a clock is due: against a count that goes through the days one by one.</summary>
public sealed class ClockTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly WorkingCalendar Calendar = new(Shanghai,
    [
        new WorkingYear(2026, new HashSet<DateOnly> { new(2026, 10, 1), new(2026, 10, 2), new(2026, 10, 5), new(2026, 10, 6), new(2026, 10, 7) },
            new HashSet<DateOnly> { new(2026, 9, 20), new(2026, 10, 10) }),
    ]);

    // Monday 2026-09-14, 09:00 in Shanghai.
    private static readonly DateTimeOffset Start = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AClock_IsDueAtTheEndOfItsLastWorkingDay_AmberAtFourFifthsOfTheWorkingTime()
    {
        var clock = Clock(1).Reckon(Calendar);
        // 9:00 on Monday to midnight on Tuesday are 39 hours, of which 31.2 are amber.
        Assert.Equal((new DateOnly(2026, 9, 15), Start.AddHours(39), Start.AddMinutes(31.2 * 60)), (clock.Due!.Value, clock.DueAt, clock.AmberAt));
        // Thursday 24 September is followed by two days of work, the week before the holidays by ten days of which three are worked.
        Assert.Equal(new DateOnly(2026, 9, 18), Clock(4).Reckon(Calendar).Due);
        Assert.Equal(new DateOnly(2026, 9, 20), Clock(5).Reckon(Calendar).Due);
        Assert.Equal(new DateOnly(2026, 10, 8), Clock(14).Reckon(Calendar).Due);
    }

    [Fact]
    public void ADateThatWasSet_Counts_AndOneOnADayOffIsTheNextWorkingDay()
    {
        Assert.Equal(new DateOnly(2026, 9, 25), (Clock(3) with { On = new DateOnly(2026, 9, 25) }).Reckon(Calendar).Due);
        Assert.Equal(new DateOnly(2026, 10, 8), (Clock(3) with { On = new DateOnly(2026, 10, 3) }).Reckon(Calendar).Due);
        Assert.Equal(new DateOnly(2026, 10, 9), (Clock(3) with { On = new DateOnly(2026, 10, 3), Extended = 1 }).Reckon(Calendar).Due);
    }

    /// <summary>However often it pauses: as many working days are left after each pause as before it.</summary>
    [Fact]
    public void Pauses_TakeNoWorkingDay_AndOnesAfterTheEndChangeNothing() =>
        Gen.Select(Gen.Int[1, 15], Gen.Int[1, 400].Array[0, 6], Gen.Int[0, 5]).Sample((days, hours, extended) =>
        {
            var turns = new List<DateTimeOffset>();
            var at = Start;
            foreach (var hour in hours.Take(hours.Length / 2 * 2)) turns.Add(at = at.AddHours(hour));
            var due = (Clock(days) with { Turns = [.. turns], Extended = extended }).Reckon(Calendar).Due!.Value;

            // Day by day: a working day counts unless it lies in a pause, the day of the pause itself counting and that of going on not.
            var day = Day(Start);
            var left = days + extended;
            var pauses = turns.Chunk(2).Select(x => (From: Day(x[0]), To: Day(x[1]))).ToList();
            while (left > 0 || pauses.Any(x => x.From == day && x.To > day))
            {
                if (pauses.Where(x => x.From == day && x.To > day).Select(x => (DateOnly?)x.To).Max() is { } on)
                {
                    pauses.RemoveAll(x => x.From <= day);
                    day = on;
                    // The last day moved to the next that is worked: one is left.
                    if (left == 0 && !Calendar.IsWorkingDay(day)) left = 1;
                    if (left == 0 && !pauses.Any(x => x.From == day && x.To > day)) break;
                    continue;
                }

                day = day.AddDays(1);
                if (left > 0 && Calendar.IsWorkingDay(day)) left--;
            }

            Assert.Equal(day, due);
        }, iter: 5_000);

    [Fact]
    public void TheSuspendedIssue_HasAsManyDaysLeft_WhenItGoesOn() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 2_000]).Sample((worked, waited) =>
        {
            var (before, then) = (Start.AddHours(worked), Start.AddHours(worked + waited));
            var paused = Clock(15).Reckon(Calendar);
            if (before >= paused.DueAt) return;
            var after = (paused with { Turns = [before, then] }).Reckon(Calendar);
            Assert.Equal(Calendar.Between(Day(before), paused.Due!.Value), Calendar.Between(Day(then), after.Due!.Value) - (Calendar.Between(Day(before), paused.Due.Value) == 0 && !Calendar.IsWorkingDay(Day(then)) ? 1 : 0));
            Assert.InRange(after.AmberAt!.Value, Start, after.DueAt!.Value);
        });

    private static IssueClock Clock(int days) => new() { Kind = ClockKind.Action, StartedAt = Start, Days = days };

    private static DateOnly Day(DateTimeOffset at) => at.DayIn(Shanghai);
}
