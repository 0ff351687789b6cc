using Platform.Web.Gateway;

namespace Platform.Web.Console.Convenors;

/// <summary>The roster as a file, with the filter of the page that links to it.</summary>
public static class RosterFile
{
    public static void MapRosterFile(this IEndpointRouteBuilder app) => app.MapGet("/console/roster/export", Export).RequireAuthorization();

    private static async Task<IResult> Export(IHttpClientFactory clients, HttpContext context)
    {
        var address = $"/api/v1/meetings/roster/export{QueryString.Create(context.Request.Query.Where(x => x.Value.ToString().Length > 0))}";
        var answer = await clients.CreateClient(GatewayClients.Name).GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
        return Results.Stream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), answer.Content.Headers.ContentType?.MediaType,
            answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? "roster.xlsx");
    }
}
