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

    public bool IsWorkingDay(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!_years.TryGetValue(day.Year, out var year)) return !weekend;
        return weekend ? year.MakeUpDays.Contains(day) : !year.DaysOff.Contains(day);
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
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The part of this time that lies on working days.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var day = from.DayIn(zone); StartOf(day) < to; day = day.AddDays(1))
            if (IsWorkingDay(day)) sum += Earlier(EndOf(day), to) - Later(StartOf(day), from);
        return sum;
    }

    /// <summary>When so much time of working days has passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan workingTime)
    {
        for (var day = from.DayIn(zone); ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) continue;
            var begin = Later(StartOf(day), from);
            if (begin + workingTime <= EndOf(day)) return begin + workingTime;
            workingTime -= EndOf(day) - begin;
        }
    }

    // Where clocks go forward at midnight a day begins a little later.
    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
