using System.Globalization;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Directory.Domain;

/// <summary>What is wrong with a row.</summary>
public enum CalendarFault { NoDate, OtherYear, NoKind, Twice, WorkOnAWeekday }

/// <summary>
/// A year's notice as a table: rows of `date,kind,name`, kind being off 休 or work 班, a heading or none, and where it is from in a line
/// `# source: …`. The platform's own years lie in Calendars/ in this form.
/// </summary>
public sealed record CalendarSheet(string Source, IReadOnlyList<CalendarSheet.Day> Days)
{
    public sealed record Day(DateOnly Date, bool Off);

    private const string SourceMark = "# source:";

    /// <exception cref="RefusedException">400 calendar.bad-row with the row's number and what is wrong; calendar.empty; calendar.no-source.</exception>
    public static CalendarSheet Read(int year, string text, string? source = null)
    {
        var (days, seen) = (new List<Day>(), new HashSet<DateOnly>());
        foreach (var (index, line) in text.TrimStart('\uFEFF').Split('\n').Select(x => x.Trim()).Index())
        {
            if (line.StartsWith(SourceMark, StringComparison.OrdinalIgnoreCase)) source ??= line[SourceMark.Length..].Trim();
            if (line.Length == 0 || line[0] == '#' || days.Count == 0 && IsHeading(line)) continue;
            var (day, fault) = ReadRow(year, line);
            if (fault is null && !seen.Add(day!.Date)) fault = CalendarFault.Twice;
            if (fault is { } wrong) throw new RefusedException(DirectoryRefusals.BadCalendarRow.With(index + 1, wrong));
            days.Add(day!);
        }

        if (days.Count == 0) throw new RefusedException(DirectoryRefusals.EmptyCalendar);
        if (string.IsNullOrWhiteSpace(source)) throw new RefusedException(DirectoryRefusals.CalendarWithoutSource);
        return new CalendarSheet(source.Trim(), days);
    }

    private static bool IsHeading(string line) => line.StartsWith("date,", StringComparison.OrdinalIgnoreCase) || line.StartsWith("日期,", StringComparison.Ordinal);

    private static (Day?, CalendarFault?) ReadRow(int year, string line)
    {
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return (null, CalendarFault.NoDate);
        if (date.Year != year) return (null, CalendarFault.OtherYear);
        bool? off = (cells.Length > 1 ? cells[1].ToUpperInvariant() : "") switch { "OFF" or "休" => true, "WORK" or "班" => false, _ => null };
        if (off is null) return (null, CalendarFault.NoKind);
        return off is false && !WorkingCalendar.IsWeekend(date) ? (null, CalendarFault.WorkOnAWeekday) : (new Day(date, off.Value), null);
    }
}
