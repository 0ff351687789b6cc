using System.Globalization;
using CsCheck;
using Platform.Directory.Start;
using Platform.Kernel.Time;
using Platform.Worlds;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>The calendar that deadlines are counted with, against somebody else's: working-days.txt says whose.</summary>
public sealed class WorkingDaysTests
{
    private static readonly DateOnly First = new(2025, 1, 1), Last = new(2026, 12, 31);
    private static readonly WorkingCalendar Ours = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), KnownYears.All.Select(x =>
        new WorkingYear(x.Year, x.DaysOff.ToHashSet(), x.MakeUpDays.ToHashSet())));

    private static readonly HashSet<DateOnly> Theirs = Read();

    [Fact]
    public void EveryDayOfTheKnownYears_IsWorkedWhereTheOtherSourceSaysSo()
    {
        Assert.Equal(2 * 248, Theirs.Count);
        for (var day = First; day <= Last; day = day.AddDays(1)) Assert.True(Ours.IsWorkingDay(day) == Theirs.Contains(day), $"{day:yyyy-MM-dd}");
    }

    /// <summary>A term ends on the day that is so many places further in their list of working days.</summary>
    [Fact]
    public void AnyTermOfWorkingDays_EndsWhereTheirListHasIt()
    {
        var list = Theirs.Order().ToList();
        Gen.Select(Gen.Int[0, 690], Gen.Int[1, 25]).Sample((start, term) =>
        {
            var from = First.AddDays(start);
            var after = list.FindIndex(x => x > from);
            if (after + term > list.Count) return;
            Assert.Equal(list[after + term - 1], Ours.Add(from, term));
            Assert.Equal(term, Ours.Between(from, list[after + term - 1]));
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2026-09-24", 1, "2026-09-28")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2025-01-27", 3, "2025-02-07")]
    public void TermsAcrossHolidays_AreAsCountedByHand(string from, int days, string ends) => Assert.Equal(DateOnly.ParseExact(ends, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Ours.Add(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture), days));

    private static HashSet<DateOnly> Read()
    {
        var named = File.ReadLines(Path.Combine(Checkout.Root, "tests", "Directory.Tests", "working-days.txt")).Where(x => x[0] is not '#').Select(x => x.Split(' '))
            .ToLookup(x => x[1], x => x[2..].Select(day => DateOnly.ParseExact($"{x[0]}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var (off, work) = (named["off"].SelectMany(x => x).ToHashSet(), named["work"].SelectMany(x => x).ToHashSet());
        return [.. Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).Where(x => x.DayNumber % 7 is 5 or 6 ? work.Contains(x) : !off.Contains(x))];
    }
}
