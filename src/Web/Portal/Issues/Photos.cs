using Platform.Web.Clients;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;

namespace Platform.Web.Portal.Issues;

/// <summary>Photos through Web: pages show them under /photos/{id} with the reader's own right, and forms send theirs on, one by one.</summary>
public static class Photos
{
    public static void MapPhotos(this IEndpointRouteBuilder app)
    {
        app.MapGet("/photos/{id:guid}", (Guid id, PhotoSize? size, IHttpClientFactory clients, HttpContext context) =>
            Show($"/api/v1/issues/photos/{id}", size, "private, max-age=86400, immutable", clients, context)).RequireAuthorization();
        // What staff released.
        app.MapGet("/{street}/photos/{id:guid}", (string street, Guid id, PhotoSize? size, IHttpClientFactory clients, HttpContext context) =>
            Show($"/api/v1/issues/public/{Uri.EscapeDataString(street)}/photos/{id}", size, "public, max-age=300", clients, context)).AllowAnonymous();
    }

    /// <summary>Uploads what a form brought under this name.</summary>
    public static async Task<List<Guid>> Send(this IssuesClient issues, HttpContext context, string name)
    {
        var ids = new List<Guid>();
        foreach (var file in context.Request.Form.Files.GetFiles(name).Where(x => x.Length > 0))
        {
            await using var stream = file.OpenReadStream();
            ids.Add((await issues.UploadPhotoAsync(new FileParameter(stream, "photo", file.ContentType), context.RequestAborted)).Id);
        }

        return ids;
    }

    private static async Task<IResult> Show(string at, PhotoSize? size, string caching, IHttpClientFactory clients, HttpContext context)
    {
        var answer = await clients.CreateClient(GatewayClients.Name).GetAsync(
            new Uri($"{at}?size={size ?? PhotoSize.Page}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
        context.Response.Headers.CacheControl = caching;
        return Results.Stream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), "image/jpeg");
    }
}
