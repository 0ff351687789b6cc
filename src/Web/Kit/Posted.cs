using System.Globalization;

namespace Platform.Web.Kit;

/// <summary>
/// Which form was sent, and what it holds. A page may have dozens of forms, one an item, vote and act, and lists of boxes in them:
/// read by name, rather than bound to as many parameters.
/// </summary>
internal static class Posted
{
    /// <summary>Whether it was this form.</summary>
    public static bool Sent(this HttpContext context, string form) => context.Request.HasFormContentType && context.Request.Form["_handler"] == form;

    /// <summary>What was typed, with white space around it taken off; none for nothing.</summary>
    public static string? Typed(this HttpContext context, string name) =>
        context.Request.HasFormContentType && context.Request.Form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The boxes that were ticked.</summary>
    public static List<Guid> Ticked(this HttpContext context, string name) =>
        context.Request.HasFormContentType ? [.. context.Request.Form[name].Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty).Where(x => x != Guid.Empty)] : [];

    public static DateOnly? Day(this HttpContext context, string name) =>
        DateOnly.TryParse(context.Typed(name), CultureInfo.InvariantCulture, out var day) ? day : null;

    public static TimeOnly? Time(this HttpContext context, string name) =>
        TimeOnly.TryParse(context.Typed(name), CultureInfo.InvariantCulture, out var time) ? time : null;

    /// <summary>A datetime-local in the street's zone.</summary>
    public static DateTimeOffset? Moment(this HttpContext context, string name, TimeZoneInfo zone) =>
        DateTime.TryParse(context.Typed(name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;

    public static T? Chosen<T>(this HttpContext context, string name) where T : struct, Enum =>
        Enum.TryParse<T>(context.Typed(name), out var value) ? value : null;
}
