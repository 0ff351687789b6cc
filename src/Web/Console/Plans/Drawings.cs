using Platform.Web.Clients;
using Platform.Web.Clients.Meetings;
using Platform.Web.Gateway;

namespace Platform.Web.Console.Plans;

/// <summary>Drawings through Web: pages show them under /drawings/{id} with the reader's own right, and the form of a version sends its own on, one by one.</summary>
public static class Drawings
{
    public static void MapDrawings(this IEndpointRouteBuilder app)
    {
        app.MapGet("/drawings/{id:guid}", (Guid id, IHttpClientFactory clients, HttpContext context) =>
            Downloads.Pass(clients, context, $"/api/v1/meetings/plans/drawings/{id}", caching: "private, max-age=86400, immutable")).RequireAuthorization();
        app.MapGet("/console/meetings/plans/{id:guid}/opinions.xlsx", (Guid id, IHttpClientFactory clients, HttpContext context) =>
            Downloads.Pass(clients, context, $"/api/v1/meetings/plans/{id}/opinions/export{context.Request.QueryString}", "opinions.xlsx")).RequireAuthorization();
    }

    /// <summary>Uploads what a form brought under this name.</summary>
    public static async Task<List<Guid>> SendDrawings(this MeetingsClient meetings, HttpContext context, string name)
    {
        var ids = new List<Guid>();
        foreach (var file in context.Request.Form.Files.GetFiles(name).Where(x => x.Length > 0))
        {
            await using var stream = file.OpenReadStream();
            ids.Add((await meetings.UploadDrawingAsync(new FileParameter(stream, file.FileName, file.ContentType), context.RequestAborted)).Id);
        }

        return ids;
    }
}
