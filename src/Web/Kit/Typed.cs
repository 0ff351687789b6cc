using System.Globalization;

namespace Platform.Web.Kit;

/// <summary>What was typed into native inputs, as values; null where it is none, so that the service says what is missing.</summary>
public static class Typed
{
    /// <summary>A datetime-local in the street's zone.</summary>
    public static DateTimeOffset? Moment(this Dates dates, string? typed) =>
        DateTime.TryParse(typed, CultureInfo.InvariantCulture, out var local) ? new DateTimeOffset(local, dates.Zone.GetUtcOffset(local)) : null;

    /// <summary>The value of a datetime-local.</summary>
    public static string? Typing(this Dates dates, DateTimeOffset? moment) =>
        moment is { } at ? dates.Local(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : null;

    public static DateOnly? Day(string? typed) => DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day) ? day : null;

    public static string? Typing(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(string? typed) => int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static Guid Id(string? typed) => Guid.TryParse(typed, out var id) ? id : Guid.Empty;

    public static Guid? IdOrNone(string? typed) => Guid.TryParse(typed, out var id) ? id : null;
}
