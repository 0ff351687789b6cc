using System.Net;
using Microsoft.AspNetCore.Mvc;
using Platform.Web.Gateway;
using Platform.Web.Kit;

namespace Platform.Web.Console.Issues;

/// <summary>The inbox as a file, with the filter of the page that links to it.</summary>
public static class Exports
{
    public static void MapExports(this IEndpointRouteBuilder app) => app.MapGet("/console/issues/export", Export).RequireAuthorization();

    private static async Task<IResult> Export(IHttpClientFactory clients, Dates dates, Notices notices, HttpContext context)
    {
        var address = $"/api/v1/issues/export{new InboxQuery(context.Request.Query).AsApi(dates)}";
        var answer = await clients.CreateClient(GatewayClients.Name).GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.RegisterForDispose(answer);
        if (answer.StatusCode is HttpStatusCode.Conflict && await answer.Content.ReadFromJsonAsync<ProblemDetails>(context.RequestAborted) is { Title: { } why })
        {
            notices.Say(why);
            return Results.LocalRedirect($"/console/issues{context.Request.QueryString}");
        }

        if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
        return Results.Stream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), answer.Content.Headers.ContentType?.MediaType,
            answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? "issues.xlsx");
    }
}
