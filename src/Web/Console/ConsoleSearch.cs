using System.Text.RegularExpressions;
using Platform.Web.Clients;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;

namespace Platform.Web.Console;

/// <summary>The box on top of every console page: a receipt number, or the hotline's number of an order, opens its issue's whole story.</summary>
public static partial class ConsoleSearch
{
    public static void MapConsoleSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/console/find", async (string? receipt, IssuesClient issues) =>
        {
            var typed = receipt?.Trim().Replace(" ", "", StringComparison.Ordinal) ?? "";
            if (typed.Length == 0) return Results.LocalRedirect("/console/issues");
            var number = AReceipt().IsMatch(typed) ? typed : await OfOrder(typed, issues) ?? typed;
            return Results.LocalRedirect($"/console/timelines/{Uri.EscapeDataString(number)}");
        }).RequireAuthorization();

    // Whoever may not look there, or finds nobody in, is told that there is no such receipt.
    private static async Task<string?> OfOrder(string order, IssuesClient issues)
    {
        try { return (await issues.ListIssuesAsync(externalNumber: order, limit: 1)).Items is [var found, ..] ? found.ReceiptNumber : null; }
        catch (Exception e) when (e is ApiException || e.IsAway()) { return null; }
    }

    [GeneratedRegex(@"^\d{6,12}-\d{4}-\d{6,}$")]
    private static partial Regex AReceipt();
}
