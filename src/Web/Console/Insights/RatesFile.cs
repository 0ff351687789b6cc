using Microsoft.Extensions.Localization;
using Platform.Kernel.Http;
using Platform.Web.Clients.Insights;
using Platform.Web.Kit;

namespace Platform.Web.Console.Insights;

/// <summary>The compared rates as an Excel file: a row each, and for every month and rate its numerator and denominator.</summary>
public static class RatesFile
{
    public static void MapRatesFile(this IEndpointRouteBuilder app) => app.MapGet("/console/insights/compared.xlsx", Make).RequireAuthorization();

    private static async Task<IResult> Make(
        string? by, string? area, string? month, string? months, InsightsClient insights, RateNames names, IStringLocalizer<InsightsTexts> texts)
    {
        var view = await RateNames.Ask(insights, by, area, month, months);
        var rows = new List<Dictionary<string, object?>> { Row(texts["All"], view.Whole) };
        foreach (var (name, row) in (await names.Of(view)).Zip(view.Rows)) rows.Add(Row(name, row.Cells));

        return await Workbook.Of(rows, $"{texts["File"]}-{view.Months[^1]}.xlsx");

        Dictionary<string, object?> Row(string name, IReadOnlyList<CompareRatesCell> cells)
        {
            var row = new Dictionary<string, object?> { [texts[$"By.{view.By}"]] = Spreadsheets.Plain(name) };
            foreach (var (at, cell) in view.Months.Zip(cells))
                foreach (var kind in Enum.GetValues<RateKind>())
                {
                    var share = RateNames.Of(cell, kind);
                    row[texts["Column.Numerator", at, texts[$"Rate.{kind}"].Value]] = share.Numerator is null ? texts["Withheld.Short"].Value : share.Numerator;
                    row[texts["Column.Denominator", at, texts[$"Rate.{kind}"].Value]] = share.Denominator;
                }

            return row;
        }
    }
}
