using CsCheck;
using Platform.Kernel.Time;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>Working days, against a plain count day by day that knows nothing of how the calendar counts.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateOnly First = new(2025, 1, 1);

    // Any two years: any days off, any weekend days worked; the third year is unknown.
    private static readonly Gen<(HashSet<DateOnly> Off, HashSet<DateOnly> Work)> Notices = Gen.Select(
        Gen.Int[0, 729].Array[0, 60], Gen.Int[0, 729].Array[0, 30], (off, work) =>
            (off.Select(First.AddDays).ToHashSet(), work.Select(First.AddDays).Where(IsWeekend).ToHashSet()));

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 729].Select(First.AddDays);

    [Fact]
    public void ATermOfWorkingDays_EndsWhereAPlainCountEnds() =>
        Gen.Select(Notices, Days, Gen.Int[0, 40]).Sample((notices, from, count) =>
        {
            var plain = from;
            for (var passed = 0; passed < count;) if (Works(notices, plain = plain.AddDays(1))) passed++;
            while (!Works(notices, plain)) plain = plain.AddDays(1);
            Assert.Equal(plain, Calendar(notices).Add(from, count));
        });

    [Fact]
    public void DaysBetween_AreThoseOfAPlainCount_AndUndoTheTerm() =>
        Gen.Select(Notices, Days, Days).Sample((notices, a, b) =>
        {
            var (from, to) = a < b ? (a, b) : (b, a);
            var plain = Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(x => Works(notices, from.AddDays(x)));
            var calendar = Calendar(notices);
            Assert.Equal(plain, calendar.Between(from, to));
            Assert.Equal(-plain, calendar.Between(to, from));
            Assert.Equal(plain, calendar.Between(from, calendar.Add(from, plain)) - (plain == 0 && !calendar.IsWorkingDay(from) ? 1 : 0));
        });

    [Fact]
    public void WorkingTime_IsThatOfAPlainCountByQuarterHours_AndAfterUndoesIt() =>
        Gen.Select(Notices, Gen.Int[0, 90 * 96], Gen.Int[0, 20 * 96]).Sample((notices, start, quarters) =>
        {
            var calendar = Calendar(notices);
            var (from, step) = (new DateTimeOffset(2025, 1, 10, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(15 * start), TimeSpan.FromMinutes(15));
            var plain = Enumerable.Range(0, quarters).Count(x => Works(notices, (from + x * step).DayIn(Shanghai))) * step;
            Assert.Equal(plain, calendar.WorkingTime(from, from + quarters * step));
            Assert.Equal(plain, calendar.WorkingTime(from, calendar.After(from, plain)));
        }, iter: 2_000);

    [Fact]
    public void AYearWithoutANotice_HasItsWeekendsOffOnly_AndIsProvisional()
    {
        var calendar = new WorkingCalendar(Shanghai, [new WorkingYear(2026, new HashSet<DateOnly> { new(2026, 12, 31) }, new HashSet<DateOnly>())]);

        Assert.Equal(new DateOnly(2027, 1, 1), calendar.Add(new DateOnly(2026, 12, 30), 1));
        Assert.Equal(new DateOnly(2027, 1, 4), calendar.Add(new DateOnly(2026, 12, 30), 2));
        Assert.False(calendar.IsProvisional(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 30)));
        Assert.True(calendar.IsProvisional(new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 4)));
    }

    [Fact]
    public void ADay_EndsAtMidnightOfTheStreet()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero), Calendar(([], [])).EndOf(new DateOnly(2026, 11, 24)));
        // Where clocks change, a day has 23 or 25 hours.
        var berlin = new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), []);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 22, 0, 0, TimeSpan.Zero), berlin.EndOf(new DateOnly(2026, 3, 29)));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero), berlin.EndOf(new DateOnly(2026, 10, 25)));
    }

    private static WorkingCalendar Calendar((HashSet<DateOnly> Off, HashSet<DateOnly> Work) notices) => new(Shanghai, Enumerable.Range(2025, 2).Select(year =>
        new WorkingYear(year, notices.Off.Where(x => x.Year == year).ToHashSet(), notices.Work.Where(x => x.Year == year).ToHashSet())));

    // A weekend is worked where a notice says so; a weekday is, unless a notice says not.
    private static bool Works((HashSet<DateOnly> Off, HashSet<DateOnly> Work) notices, DateOnly day) =>
        IsWeekend(day) ? notices.Work.Contains(day) : !notices.Off.Contains(day);

    private static bool IsWeekend(DateOnly day) => day.DayNumber % 7 is 5 or 6;
}
