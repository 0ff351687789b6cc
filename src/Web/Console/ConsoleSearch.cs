namespace Platform.Web.Console;

/// <summary>The box on top of every console page: a receipt number opens its issue's whole story.</summary>
public static class ConsoleSearch
{
    public static void MapConsoleSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/console/find", (string? receipt) =>
        {
            var typed = Uri.EscapeDataString(receipt?.Trim().Replace(" ", "", StringComparison.Ordinal) ?? "");
            return Results.LocalRedirect(typed.Length == 0 ? "/console/issues" : $"/console/timelines/{typed}");
        }).RequireAuthorization();
}
