using Platform.Kernel.Data;
using Platform.Kernel.Time;

namespace Platform.Directory.Domain;

/// <summary>
/// A year of a street's working calendar, as the State Council's notice of that year (国务院办公厅关于…部分节假日安排的通知) has it. Each
/// street has its own copy: the known years when it is founded, later ones by import once their notice is out.
/// </summary>
public sealed class CalendarYear : Aggregate
{
    public CalendarYear(int year, CalendarSheet sheet)
    {
        Year = year;
        Set(sheet);
    }

    private CalendarYear()
    {
    }

    public int Year { get; private init; }

    /// <summary>The notice that it follows.</summary>
    public string Source { get; private set; } = "";

    public DateOnly[] DaysOff { get; private set; } = [];
    public DateOnly[] MakeUpDays { get; private set; } = [];

    public void Set(CalendarSheet sheet) => (Source, DaysOff, MakeUpDays) =
        (sheet.Source, [.. sheet.Days.Where(x => x.Off).Select(x => x.Date).Order()], [.. sheet.Days.Where(x => !x.Off).Select(x => x.Date).Order()]);

    /// <summary>How many days are worked: the number that a notice is checked by.</summary>
    public int WorkingDays =>
        new WorkingCalendar(TimeZoneInfo.Utc, [new WorkingYear(Year, DaysOff.ToHashSet(), MakeUpDays.ToHashSet())]).WorkingDaysIn(Year);
}
