namespace Platform.Web.Gateway;

/// <summary>Files that the gateway makes, through Web with the reader's own right: what can't be shown is answered by the page's own error.</summary>
public static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/console/street/categories.xlsx", (IHttpClientFactory clients, HttpContext context) => Pass(clients, context, "/api/v1/issues/categories/export", "categories.xlsx")).RequireAuthorization();
        app.MapGet("/console/campaigns/reach.xlsx", (IHttpClientFactory clients, HttpContext context) => Pass(clients, context, $"/api/v1/issues/reach/export{context.Request.QueryString}", "reach.xlsx")).RequireAuthorization();
        app.MapGet("/console/meetings/{id:guid}/minutes.docx", (Guid id, IHttpClientFactory clients, HttpContext context) => Pass(clients, context, $"/api/v1/meetings/{id}/minutes/word", $"minutes-{id:n}.docx")).RequireAuthorization();
        app.MapGet("/{street}/meetings/{id:guid}/minutes.docx", (string street, Guid id, IHttpClientFactory clients, HttpContext context) => Pass(clients, context, $"/api/v1/meetings/public/{Uri.EscapeDataString(street)}/meetings/{id}/minutes/word", $"minutes-{id:n}.docx")).AllowAnonymous();
        app.MapGet("/console/imports/template.xlsx", (IHttpClientFactory clients, HttpContext context) => Pass(clients, context, "/api/v1/issues/imports/template", "hotline-orders.xlsx")).RequireAuthorization();
        app.MapGet("/console/imports/{id:guid}/errors.xlsx", (Guid id, IHttpClientFactory clients, HttpContext context) => Pass(clients, context, $"/api/v1/issues/imports/{id}/errors", "hotline-orders-wrong.xlsx")).RequireAuthorization();
        app.MapGet("/console/meetings/owners/template.xlsx", (IHttpClientFactory clients, HttpContext context) => Pass(clients, context, "/api/v1/meetings/registers/template", "owners.xlsx")).RequireAuthorization();
        app.MapGet("/console/meetings/{id:guid}/votes/{vote:guid}/ballots.xlsx", (Guid id, Guid vote, IHttpClientFactory clients, HttpContext context) => Pass(clients, context, $"/api/v1/meetings/{id}/votes/{vote}/export", "ballots.xlsx")).RequireAuthorization();
    }

    /// <param name="name">What it is called; without one as the service calls it, and shown where it does not.</param>
    /// <param name="caching">Whether it may be kept on the way; without one as everything of ours.</param>
    internal static async Task<IResult> Pass(IHttpClientFactory clients, HttpContext context, string address, string? name = null, string? caching = null)
    {
        var answer = await clients.CreateClient(GatewayClients.Name).GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
        if (caching is not null) context.Response.Headers.CacheControl = caching;
        var content = answer.Content.Headers;
        name ??= content.ContentDisposition?.FileNameStar ?? content.ContentDisposition?.FileName?.Trim('"');
        return Results.Stream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), content.ContentType?.ToString(), name);
    }
}
