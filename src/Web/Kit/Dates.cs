using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.Web.Kit;

/// <summary>
/// Moments as people say them, in the street's zone: 11月22日 周日 14:00, and “3 小时前” within the last day. The working-day
/// count comes from the service that knows the calendar; here it only becomes words.
/// </summary>
public sealed class Dates(TimeProvider clock, IStringLocalizer<KitTexts> texts)
{
    /// <summary>The street's zone; portal and console set it from the tenant's settings.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>Relative within the last day, else the full form.</summary>
    public string Say(DateTimeOffset moment)
    {
        var ago = clock.GetUtcNow() - moment;
        if (ago < TimeSpan.Zero || ago >= TimeSpan.FromDays(1)) return Full(moment);
        if (ago < TimeSpan.FromMinutes(1)) return texts["When.JustNow"];
        return ago < TimeSpan.FromHours(1)
            ? texts["When.MinutesAgo", (int)ago.TotalMinutes]
            : texts["When.HoursAgo", (int)ago.TotalHours];
    }

    /// <summary>11月22日 周日 14:00; with the year when it isn't this one.</summary>
    public string Full(DateTimeOffset moment)
    {
        var local = Local(moment);
        return local.ToString(Pattern(DateOnly.FromDateTime(local.DateTime)) + " HH:mm", CultureInfo.CurrentCulture);
    }

    /// <summary>11月22日 周日 14:00 – 16:00; the day is said twice only where it changes.</summary>
    public string Span(DateTimeOffset from, DateTimeOffset? to) => to is not { } end ? Full(from)
        : $"{Full(from)} – {(Local(end).Date == Local(from).Date ? Local(end).ToString("HH:mm", CultureInfo.CurrentCulture) : Full(end))}";

    /// <summary>11月22日 周日.</summary>
    public string Say(DateOnly day) => day.ToString(Pattern(day), CultureInfo.CurrentCulture);

    /// <summary>With the year, whichever it is: on papers that are kept.</summary>
    public string Dated(DateOnly day) => day.ToString(texts["Date.OtherYear"], CultureInfo.CurrentCulture);

    /// <summary>2026年11月, of “2026-11”.</summary>
    public string Month(string month) => DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        ? first.ToString(texts["Date.Month"], CultureInfo.CurrentCulture) : month;

    /// <summary>剩 2 个工作日, 今天到期, 超 1 个工作日.</summary>
    public string Deadline(int workingDaysLeft) => workingDaysLeft switch
    {
        0 => texts["Deadline.Today"],
        > 0 => texts[workingDaysLeft == 1 ? "Deadline.LeftOne" : "Deadline.Left", workingDaysLeft],
        _ => texts[workingDaysLeft == -1 ? "Deadline.OverOne" : "Deadline.Over", -workingDaysLeft],
    };

    private string Pattern(DateOnly day) => texts[day.Year == Today.Year ? "Date.ThisYear" : "Date.OtherYear"];
}
