namespace Platform.Kernel.Time;

/// <summary>What a year's notice says: the days off 放假 and the weekend days that are worked instead 调休上班.</summary>
public sealed record WorkingYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> MakeUpDays);

/// <summary>
/// Which days a street works. Days are counted as the Civil Code counts terms (articles 201 to 203): the day on which something begins does
/// not count, and the last day counts until 24:00. A year whose notice is not known yet has its weekends off and nothing else: what is
/// counted with it is provisional, and counted anew when the notice is in.
/// </summary>
public sealed class WorkingCalendar(TimeZoneInfo zone, IEnumerable<WorkingYear> years)
{
    private readonly Dictionary<int, WorkingYear> _years = years.ToDictionary(x => x.Year);

    public TimeZoneInfo Zone => zone;

    public bool Knows(int year) => _years.ContainsKey(year);

    /// <summary>Whether a term between these days was counted with a year that nobody knows yet.</summary>
    public bool IsProvisional(DateOnly from, DateOnly to) => Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).Any(x => !Knows(x));

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorkingDay(DateOnly day)
    {
        if (!_years.TryGetValue(day.Year, out var year)) return !IsWeekend(day);
        return IsWeekend(day) ? year.MakeUpDays.Contains(day) : !year.DaysOff.Contains(day);
    }

    /// <summary>How many days of this year are worked.</summary>
    public int WorkingDaysIn(int year) => Between(new DateOnly(year, 1, 1).AddDays(-1), new DateOnly(year, 12, 31));

    /// <summary>The last day of a term of so many working days that begins on this day; of none: this day, or the next that is worked.</summary>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }

        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working days after the first day, up to and with the second; below zero where that lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }

        return count;
    }

    /// <summary>24:00 of a day, as the street has it.</summary>
    public DateTimeOffset EndOf(DateOnly day) => day.AddDays(1).StartIn(zone);

    /// <summary>The part of this time that lies on working days.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var day = from.DayIn(zone); day.StartIn(zone) < to; day = day.AddDays(1))
            if (IsWorkingDay(day)) sum += Earlier(EndOf(day), to) - Later(day.StartIn(zone), from);
        return sum;
    }

    /// <summary>When so much time of working days has passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan workingTime)
    {
        for (var day = from.DayIn(zone); ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) continue;
            var begin = Later(day.StartIn(zone), from);
            if (begin + workingTime <= EndOf(day)) return begin + workingTime;
            workingTime -= EndOf(day) - begin;
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
