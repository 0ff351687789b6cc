using CsCheck;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

/// <summary>Which days a rule names, against another implementation: every day of ten years is asked whether it is one.</summary>
public sealed class RecurrenceTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly DateOnly Today = new(2026, 11, 23);

    // Leap years and the turn of a century that is none (2100) among them.
    private static readonly Gen<DateOnly> Starts = Gen.Int[0, 365 * 80].Select(x => new DateOnly(2024, 1, 1).AddDays(x));

    [Fact]
    public void Weekly_OverTenYears_IsEachOfItsWeekdaysInEachOfItsWeeks() =>
        Gen.Select(Starts, Gen.Int[1, 6], Gen.Int[0, 6].HashSet[1, 7]).Sample((start, every, weekdays) =>
        {
            var rule = $"FREQ=WEEKLY;INTERVAL={every};BYDAY={string.Join(',', weekdays.Select(x => Days[x]))}";
            var monday = Monday(start);
            return Same(rule, start, day => weekdays.Contains((int)day.DayOfWeek) && (Monday(day).DayNumber - monday.DayNumber) / 7 % every == 0);
        });

    [Fact]
    public void MonthlyByDay_OverTenYears_LeavesShortMonthsOut() =>
        Gen.Select(Starts, Gen.Int[1, 4], Gen.Int[1, 31]).Sample((start, every, of) =>
            Same($"FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={of}", start, day => day.Day == of && Months(start, day) % every == 0));

    [Fact]
    public void MonthlyByNthWeekday_OverTenYears_CountsFromEitherEnd() =>
        Gen.Select(Starts, Gen.Int[0, 6].Select(x => x < 5 ? x + 1 : 4 - x), Gen.Int[0, 6]).Sample((start, nth, weekday) =>
            Same($"FREQ=MONTHLY;BYDAY={nth}{Days[weekday]}", start, day => (int)day.DayOfWeek == weekday
                && (nth > 0 ? (day.Day - 1) / 7 + 1 == nth : (DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / 7 + 1 == -nth)));

    [Fact]
    public void TheSeventhOfEveryMonth_IsTalkDay_AlsoOnHolidays() =>
        Assert.True(Same("FREQ=MONTHLY;BYMONTHDAY=7", Today, day => day.Day == 7));

    [Theory]
    [InlineData("nonsense", "series.bad-rule")]
    [InlineData("", "series.bad-rule")]
    [InlineData("BYDAY=MO", "series.bad-rule")]
    [InlineData("FREQ=SOMETIMES", "series.bad-rule")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "series.bad-rule")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", "series.bad-rule")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "series.bad-rule")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "series.bad-rule")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "series.bad-rule")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "series.bad-rule")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999", "series.bad-rule")]
    [InlineData("FREQ=DAILY;COUNT=3", "series.bad-rule")]
    [InlineData("FREQ=DAILY;UNTIL=20270101", "series.bad-rule")]
    [InlineData("FREQ=HOURLY", "series.too-dense")]
    [InlineData("FREQ=DAILY;BYSECOND=5", "series.too-dense")]
    [InlineData("FREQ=DAILY;BYHOUR=9,15", "series.too-dense")]
    public void Rule_ThatIsNone_IsRefused(string rule, string code) =>
        Assert.Equal(code, Assert.Throws<RefusedException>(() => Recurrence.Of(rule)).Refusal.Code);

    [Fact]
    public void Rule_ThatNamesNoDay_IsRefused_AndALeapDayIsOne()
    {
        Assert.Equal(SeriesRefusals.Never.Code, Assert.Throws<RefusedException>(() => Begun("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")).Refusal.Code);
        Assert.Equal(new DateOnly(2028, 2, 29), Begun("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29").Rule.From(Today).First());
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=7")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,2MO,3MO,4MO")] // A fifth Monday is left out.
    public void RedCouncil_ThatLeavesAWeekOut_IsRefused(string rule)
    {
        Assert.Equal(SeriesRefusals.TooSeldom.Code, Assert.Throws<RefusedException>(() => Begun(rule, BodyKind.RedCouncil)).Refusal.Code);
        Assert.NotNull(Begun("FREQ=WEEKLY;BYDAY=MO,TH", BodyKind.RedCouncil));
    }

    [Fact]
    public void Holidays_MoveADateToTheNearestWorkedDay_InTheWayThatWasChosen() =>
        Gen.Select(Gen.Int[0, 364].HashSet[0, 60], Gen.Enum<OnDayOff>()).Sample((off, onDayOff) =>
        {
            var first = new DateOnly(2027, 1, 1);
            var calendar = new WorkingCalendar(Shanghai, [new WorkingYear(2027, off.Select(x => first.AddDays(x)).ToHashSet(), new HashSet<DateOnly>())]);
            var series = Begun("FREQ=MONTHLY;BYMONTHDAY=7", onDayOff: onDayOff);
            return series.Occurrences(new DateOnly(2027, 2, 1), new DateOnly(2027, 11, 30), calendar).All(x => onDayOff switch
            {
                OnDayOff.Held => x.HeldOn == x.Day,
                OnDayOff.NextWorkingDay => calendar.IsWorkingDay(x.HeldOn) && x.HeldOn >= x.Day && Between(x.Day, x.HeldOn).All(d => !calendar.IsWorkingDay(d)),
                _ => calendar.IsWorkingDay(x.HeldOn) && x.HeldOn <= x.Day && Between(x.HeldOn.AddDays(1), x.Day.AddDays(1)).All(d => !calendar.IsWorkingDay(d)),
            });
        });

    [Fact]
    public void Exceptions_MoveOrCallOffTheirDateAlone_TheLastWordCounting()
    {
        var calendar = new WorkingCalendar(Shanghai, []);
        var series = Begun("FREQ=WEEKLY;BYDAY=TU");

        series.Except(new DateOnly(2026, 12, 1), null, null, "停水", Today);
        series.Except(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 3), new TimeOnly(15, 0), "改期", Today);
        series.Except(new DateOnly(2026, 12, 8), null, null, "停电", Today);

        var dates = series.Occurrences(Today, new DateOnly(2026, 12, 15), calendar).ToList();
        Assert.Equal(
            [(new DateOnly(2026, 11, 24), null), (new DateOnly(2026, 12, 3), null), (new DateOnly(2026, 12, 8), "停电"), (new DateOnly(2026, 12, 15), null)],
            dates.Select(x => (x.HeldOn, x.Cancelled)));
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 15, 0, 0, TimeSpan.FromHours(8)), dates[1].StartsAt);
        Assert.Equal(SeriesRefusals.NotADay.Code, Assert.Throws<RefusedException>(() => series.Except(new DateOnly(2026, 12, 2), null, null, "不在", Today)).Refusal.Code);
        Assert.Equal(SeriesRefusals.BadMove.Code, Assert.Throws<RefusedException>(() => series.Except(new DateOnly(2026, 12, 15), new DateOnly(2026, 11, 1), null, "早了", Today)).Refusal.Code);
    }

    private static Series Begun(string rule, BodyKind kind = BodyKind.TalkDay, OnDayOff onDayOff = OnDayOff.Held) => Series.Begin(
        Body.Found(kind, Guid.CreateVersion7(), AreaLevel.Neighbourhood, "议事会", DateTimeOffset.UnixEpoch),
        new Course(Recurrence.Of(rule), Today, new TimeOnly(19, 0), 90, "议事厅", onDayOff, []), Today);

    private static bool Same(string rule, DateOnly start, Func<DateOnly, bool> names)
    {
        var end = start.AddYears(10);
        return Recurrence.Of(rule).From(start).TakeWhile(x => x < end).SequenceEqual(Between(start, end).Where(names));
    }

    private static IEnumerable<DateOnly> Between(DateOnly from, DateOnly until) => Enumerable.Range(0, Math.Max(0, until.DayNumber - from.DayNumber)).Select(x => from.AddDays(x));

    private static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek is not DayOfWeek.Monday) day = day.AddDays(-1);
        return day;
    }

    private static int Months(DateOnly from, DateOnly to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
