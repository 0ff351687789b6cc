using System.Globalization;

namespace Platform.Kernel.Http;

/// <summary>What every sheet that we give out has in common.</summary>
public static class Spreadsheets
{
    /// <summary>The media type of .xlsx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A text that a spreadsheet does not take for a formula, also not after it was saved as CSV and opened again.</summary>
    public static string Plain(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    /// <summary>A moment as the street's clocks show it.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
