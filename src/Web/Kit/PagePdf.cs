using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Platform.Web.Kit;

/// <summary>A component of a page as a PDF, dressed in the console's style sheet, so that it cannot differ from what is looked at.</summary>
public sealed class PagePdf(PdfPrinter printer, IServiceProvider services, ILoggerFactory logs, IWebHostEnvironment files)
{
    /// <returns>The file; 404 where there is no Chromium, 503 where it did not print in time.</returns>
    public async Task<IResult> Of<TComponent>(Dictionary<string, object?> parameters, string name, CancellationToken ct) where TComponent : IComponent
    {
        if (!printer.IsThere) return Results.NotFound();
        await using var renderer = new HtmlRenderer(services, logs);
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        var pdf = await printer.Print($"<!doctype html><meta charset=\"utf-8\"><style>{await Sheet(ct)}</style><body>{page}", ct);
        return pdf is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.File(pdf, "application/pdf", name);
    }

    private async Task<string> Sheet(CancellationToken ct)
    {
        using var reader = new StreamReader(files.WebRootFileProvider.GetFileInfo("console.css").CreateReadStream());
        return await reader.ReadToEndAsync(ct);
    }
}
