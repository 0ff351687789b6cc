using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.Web.Console.Cadence;

/// <summary>How often, as a desk chooses it.</summary>
public enum Every { Weekly, Monthly, NthWeekday, Own }

/// <summary>Between the rule that the service keeps and what people say: every Tuesday, the 7th of every month. Any other rule is told as it stands.</summary>
internal static class RecurrenceWords
{
    public static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    public static readonly string[] Nth = ["1", "2", "3", "4", "-1"];

    /// <summary>The rule of what was chosen.</summary>
    public static string? Of(Every? every, string? day, string? nth, string? date, string? own) => every switch
    {
        Every.Weekly => $"FREQ=WEEKLY;BYDAY={day}",
        Every.Monthly => $"FREQ=MONTHLY;BYMONTHDAY={date}",
        Every.NthWeekday => $"FREQ=MONTHLY;BYDAY={nth}{day}",
        _ => own,
    };

    public static string Say(this IStringLocalizer<CadenceTexts> texts, string rule)
    {
        if (rule.StartsWith("FREQ=WEEKLY;BYDAY=", StringComparison.Ordinal) && rule["FREQ=WEEKLY;BYDAY=".Length..].Split(',') is var days && days.All(Days.Contains))
            return texts["Says.Weekly", string.Join(texts["Says.And"], days.Select(x => texts[$"Day.{x}"].Value))];
        if (rule.StartsWith("FREQ=MONTHLY;BYMONTHDAY=", StringComparison.Ordinal) && int.TryParse(rule["FREQ=MONTHLY;BYMONTHDAY=".Length..], CultureInfo.InvariantCulture, out var date))
            return date > 0 ? texts["Says.Monthly", date] : texts["Says.Rule", rule];
        if (rule.StartsWith("FREQ=MONTHLY;BYDAY=", StringComparison.Ordinal) && rule["FREQ=MONTHLY;BYDAY=".Length..] is { Length: > 2 } nth
            && Nth.Contains(nth[..^2]) && Days.Contains(nth[^2..])) return texts["Says.Nth", texts[$"Nth.{nth[..^2]}"].Value, texts[$"Day.{nth[^2..]}"].Value];
        return texts["Says.Rule", rule];
    }
}
