using Microsoft.Extensions.Localization;
using Platform.Web.Clients.Directory;
using Platform.Web.Clients.Insights;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;

namespace Platform.Web.Console.Insights;

/// <summary>What the rows of compared rates are called: Insights knows ids and codes, names are read when they are shown.</summary>
public sealed class RateNames(DirectoryClient directory, IssuesClient issues, Myself me, IStringLocalizer<InsightsTexts> texts)
{
    /// <summary>As an address asks; an empty choice, or rubbish, asks for nothing.</summary>
    public static Task<CompareRatesView> Ask(InsightsClient insights, string? by, string? area, string? month, string? months) => insights.CompareRatesAsync(
        Asked.Of<RateBy>(by), Asked.Id(area), Asked.Text(month), int.TryParse(months, out var some) ? Math.Clamp(some, 1, 12) : null);

    public static CompareRatesShare Of(CompareRatesCell cell, RateKind kind) =>
        kind switch { RateKind.Response => cell.Response, RateKind.Resolution => cell.Resolution, _ => cell.Satisfaction };

    /// <summary>One a row.</summary>
    public async Task<IReadOnlyList<string>> Of(CompareRatesView view)
    {
        var names = view.By switch
        {
            RateBy.Category => await Categories(),
            RateBy.Handler => await People([.. view.Rows.Where(x => x.Key is not null).Select(x => Guid.Parse(x.Key!))]),
            _ => [],
        };
        return
        [
            .. view.Rows.Select(x => x.Itself ? texts["Itself", x.Name ?? ""].Value : x.Name ?? (x.Key is null ? texts["Nobody"].Value : names.GetValueOrDefault(x.Key, x.Key))),
        ];
    }

    private async Task<Dictionary<string, string>> Categories() => await me.Know() is { StreetCode: { } street }
        ? (await issues.ShowReportFormAsync(street)).Categories.ToDictionary(x => x.Code, x => x.Name) : [];

    private async Task<Dictionary<string, string>> People(List<Guid> ids) => ids.Count == 0 ? []
        : (await directory.NamePeopleAsync(new FindPeopleIds(ids))).ToDictionary(x => $"{x.Id}", x => x.Name);
}
