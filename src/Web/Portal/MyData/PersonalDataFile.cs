using System.Net;
using System.Text.Json.Nodes;
using Platform.Web.Gateway;

namespace Platform.Web.Portal.MyData;

/// <summary>What all services keep of a person, in one file: for the person, and for the street's administrator who was asked for it.</summary>
public static class PersonalDataFile
{
    private static readonly string[] Services = ["directory", "issues", "meetings", "volunteers", "partners", "insights"];

    public static void MapPersonalDataFile(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{street}/my-data.json", (HttpContext context, IHttpClientFactory clients) =>
            Of(context.User.FindFirst("sub")?.Value ?? "", context, clients)).RequireAuthorization();
        app.MapGet("/console/people/{id:guid}/data.json", (Guid id, HttpContext context, IHttpClientFactory clients) => Of($"{id}", context, clients)).RequireAuthorization();
    }

    private static async Task<IResult> Of(string person, HttpContext context, IHttpClientFactory clients)
    {
        var (http, whole) = (clients.CreateClient(GatewayClients.Name), new JsonObject());
        foreach (var service in Services)
        {
            using var answer = await http.GetAsync(new Uri($"/api/v1/{service}/people/{Uri.EscapeDataString(person)}/data", UriKind.Relative), context.RequestAborted);
            // Nothing is kept there. Anything else that is no answer makes the file incomplete, and half a file would pass for the whole.
            if (answer.StatusCode is HttpStatusCode.NotFound) continue;
            if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
            whole[service] = JsonNode.Parse(await answer.Content.ReadAsStringAsync(context.RequestAborted));
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(System.Text.Encoding.UTF8.GetBytes(whole.ToJsonString(Readable)), "application/json", "my-data.json");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };
}
