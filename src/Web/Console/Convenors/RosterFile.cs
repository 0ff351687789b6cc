using Platform.Web.Gateway;

namespace Platform.Web.Console.Convenors;

/// <summary>The roster as a file, with the filter of the page that links to it.</summary>
public static class RosterFile
{
    public static void MapRosterFile(this IEndpointRouteBuilder app) => app.MapGet("/console/roster/export", (IHttpClientFactory clients, HttpContext context) =>
        Downloads.Pass(clients, context, $"/api/v1/meetings/roster/export{QueryString.Create(context.Request.Query.Where(x => x.Value.ToString().Length > 0))}")).RequireAuthorization();
}
