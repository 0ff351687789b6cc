using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Platform.Web.Clients;

/// <summary>Reads problem details from a body that may be something else: a proxy's HTML page, or nothing.</summary>
public static class ProblemText
{
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
