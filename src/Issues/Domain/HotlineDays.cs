using System.Globalization;
using Platform.Kernel.Time;

namespace Platform.Issues.Domain;

/// <summary>Days as exports write them: as text in half a dozen ways, as a moment with its offset, or as the number that Excel keeps.</summary>
public static class HotlineDays
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] Times = ["", " H:m", " H:m:s", " H:m:s.FFF", "H:m", "H:m:s", " H时m分", "H时m分", " H时m分s秒"];
    private static readonly string[] Written = [.. Days.SelectMany(day => Times.Select(time => day + time)), "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    // 1954 to 2119, as Excel counts days.
    private const double FirstNumber = 20_000, LastNumber = 80_000;

    /// <returns>Null where it is none.</returns>
    public static DateOnly? Of(string typed, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(typed, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)) return DateOnly.FromDateTime(local);
        if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number is > FirstNumber and < LastNumber ? DateOnly.FromDateTime(DateTime.FromOADate(number)) : null;
        return typed.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, out var moment) ? moment.DayIn(zone) : null;
    }
}
