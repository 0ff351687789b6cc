using System.Net;
using System.Text.Json;

namespace Platform.Demonstration.Api;

/// <summary>The platform said no.</summary>
public sealed class PlatformRefusedException(HttpStatusCode status, string code, string message) : Exception(message)
{
    /// <summary>404, 409, …</summary>
    public HttpStatusCode Status => status;

    /// <summary>The refusal's stable code; empty where the answer was none of ours.</summary>
    public string Code => code;

    internal static PlatformRefusedException Of(HttpResponseMessage response, string body)
    {
        var asked = response.RequestMessage!;
        return new PlatformRefusedException(response.StatusCode, CodeIn(body), $"{asked.Method} {asked.RequestUri}: {(int)response.StatusCode} {body}");
    }

    private static string CodeIn(string body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
