using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;
using Platform.Web.Kit;

namespace Platform.Web.Console.Triage;

/// <summary>The rules as they were typed, and the words of what they say.</summary>
internal static class TypedRules
{
    public const int AtMost = 30;

    public static readonly string[] Parts = ["Name", "Households", "Cost", "Departments", "Months", "Scale", "Class", "Place"];

    public static string Name(int at, string part) => string.Create(CultureInfo.InvariantCulture, $"R{at}-{part}");

    /// <summary>How many places for rules the form had.</summary>
    public static int Sent(HttpContext context) => Enumerable.Range(0, AtMost).TakeWhile(x => context.Request.Form.ContainsKey(Name(x, "Name"))).Count();

    /// <summary>In the order of their places; what is missing is said beside its field.</summary>
    public static IReadOnlyList<PublishTriageRulesRule> Of(HttpContext context, FormProblem problem, IStringLocalizer<TriageTexts> texts)
    {
        var rules = new List<(int Place, PublishTriageRulesRule Rule)>();
        for (var at = 0; at < Sent(context); at++)
        {
            var i = at;
            string? Typed(string part) => context.Typed(Name(i, part));
            if (Typed("Gone") is not null || Typed("Name") is null && Parts.SkipLast(1).All(x => Typed(x) is null) && Typed("Category") is null) continue;
            if (Typed("Name") is null) problem.Refuse(Name(i, "Name"), texts["Needed"]);
            if (context.Chosen<Scale>(Name(i, "Scale")) is not { } scale) { problem.Refuse(Name(i, "Scale"), texts["Needed"]); continue; }
            if (context.Chosen<HandlingClass>(Name(i, "Class")) is not { } kind) { problem.Refuse(Name(i, "Class"), texts["Needed"]); continue; }
            rules.Add((Number("Place", 1_000) ?? at + 1, new PublishTriageRulesRule(
                Number("Months", 60), Typed("Category"), kind, Number("Cost", 1_000_000_000), Number("Departments", 100), Number("Households", 1_000_000),
                Typed("Name") ?? "", Typed("NameEn"), scale)));

            int? Number(string part, int most)
            {
                if (Typed(part) is not { } typed) return null;
                if (int.TryParse(typed, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
                problem.Refuse(Name(i, part), texts["Number", most]);
                return null;
            }
        }

        return [.. rules.OrderBy(x => x.Place).Select(x => x.Rule)];
    }

    /// <summary>The street's categories, to choose from.</summary>
    public static async Task<Option[]> CategoryOptions(this IssuesClient issues, Myself me) =>
        await me.Know() is { StreetCode: { } street } ? [.. (await issues.ShowReportFormAsync(street)).Categories.Select(x => new Option(x.Code, x.Name))] : [];

    public static Option[] Scales(this IStringLocalizer<TriageTexts> texts) => [.. Enum.GetValues<Scale>().Select(x => new Option($"{x}", texts[$"Scale.{x}"]))];

    public static Option[] Classes(this IStringLocalizer<TriageTexts> texts) => [.. Enum.GetValues<HandlingClass>().Select(x => new Option($"{x}", texts[$"Class.{x}"]))];

    /// <summary>A rule's name in the reader's language.</summary>
    public static string Says(this TriageRule rule) => Spoken.Of(rule.Name, rule.NameEn);

    /// <summary>What must hold, one condition after the other.</summary>
    public static IEnumerable<string> Conditions(this IStringLocalizer<TriageTexts> texts, TriageRule rule, IReadOnlyList<Option> categories)
    {
        if (rule.Category is { } code) yield return texts["Has.Category", categories.FirstOrDefault(x => x.Value == code)?.Text ?? code];
        if (rule.HouseholdsAtLeast is { } households) yield return texts["Has.Households", households];
        if (rule.CostAtLeast is { } cost) yield return texts["Has.Cost", cost.ToString("N0", CultureInfo.CurrentCulture)];
        if (rule.DepartmentsAtLeast is { } departments) yield return texts["Has.Departments", departments];
        if (rule.BackWithinMonths is { } months) yield return texts["Has.Months", months];
    }
}
