using Platform.Web.Kit;

namespace Platform.Web.Console.Street;

/// <summary>The same sheet as a PDF, for whoever sends it to a print shop. Only where Chromium is there: the page says so and offers its own printing.</summary>
public static class PosterPdf
{
    public static void MapPosterPdf(this IEndpointRouteBuilder app) => app.MapGet("/console/posters.pdf", Print).RequireAuthorization();

    private static async Task<IResult> Print(string? campaign, string? area, string? words, PosterPlans plans, PagePdf pdf, CancellationToken ct)
    {
        if (!PosterPlans.IsCode(campaign)) return Results.NotFound();
        var plan = await plans.Make(campaign, PosterPlans.Chosen(await plans.Neighbourhoods(), area), words);
        return await pdf.Of<Poster>(new() { [nameof(Poster.Plan)] = plan }, $"poster{(string.IsNullOrEmpty(campaign) ? null : $"-{campaign}")}.pdf", ct);
    }
}
