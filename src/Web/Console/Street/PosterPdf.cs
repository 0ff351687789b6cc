using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Platform.Web.Kit;

namespace Platform.Web.Console.Street;

/// <summary>The same sheet as a PDF, for whoever sends it to a print shop. Only where Chromium is there: the page says so and offers its own printing.</summary>
public static class PosterPdf
{
    public static void MapPosterPdf(this IEndpointRouteBuilder app) => app.MapGet("/console/posters.pdf", Print).RequireAuthorization();

    private static async Task<IResult> Print(
        string? campaign, string? area, string? words, PosterPlans plans, PdfPrinter printer, IServiceProvider services, ILoggerFactory logs,
        IWebHostEnvironment files, CancellationToken ct)
    {
        if (!printer.IsThere || !PosterPlans.IsCode(campaign)) return Results.NotFound();
        var plan = await plans.Make(campaign, PosterPlans.Chosen(await plans.Neighbourhoods(), area), words);
        await using var renderer = new HtmlRenderer(services, logs);
        var poster = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Poster>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Poster.Plan)] = plan }))).ToHtmlString());
        var pdf = await printer.Print($"<!doctype html><meta charset=\"utf-8\"><style>{await Sheet(files, ct)}</style><body>{poster}", ct);
        return pdf is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.File(pdf, "application/pdf", $"poster{(string.IsNullOrEmpty(campaign) ? null : $"-{campaign}")}.pdf");
    }

    private static async Task<string> Sheet(IWebHostEnvironment files, CancellationToken ct)
    {
        using var reader = new StreamReader(files.WebRootFileProvider.GetFileInfo("console.css").CreateReadStream());
        return await reader.ReadToEndAsync(ct);
    }
}
