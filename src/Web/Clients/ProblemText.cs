using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Platform.Web.Clients;

/// <summary>Reads problem details from a body that may be something else: a proxy's HTML page, or nothing.</summary>
public static class ProblemText
{
    /// <summary>From the text, or (generated clients keep none) from the typed body; they differ by client, their JSON doesn't.</summary>
    public static ProblemDetails Of(ApiException said) => said.Body is ProblemDetails ours ? ours
        : Read(string.IsNullOrEmpty(said.Response) && said.Body is { } body ? JsonSerializer.Serialize(body, body.GetType()) : said.Response);

    public static ProblemDetails Read(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? new() : JsonSerializer.Deserialize<ProblemDetails>(text, JsonSerializerOptions.Web) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
