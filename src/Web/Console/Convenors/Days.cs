using Platform.Web.Kit;

namespace Platform.Web.Console.Convenors;

/// <summary>Days of an address as moments of the street.</summary>
internal static class Days
{
    public static DateTimeOffset? StartOf(this Dates dates, string? day) => Typed.Day(day) is { } d ? Midnight(dates, d) : null;

    /// <summary>The midnight after it.</summary>
    public static DateTimeOffset? EndOf(this Dates dates, string? day) => Typed.Day(day) is { } d && d < DateOnly.MaxValue ? Midnight(dates, d.AddDays(1)) : null;

    private static DateTimeOffset Midnight(Dates dates, DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, dates.Zone.GetUtcOffset(local));
    }
}
