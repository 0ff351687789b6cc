using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Web.Clients;

/// <summary>What the gateway answered when it was not what was asked for. The generated clients throw it.</summary>
public class ApiException(
    string message, int statusCode, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers, Exception? innerException)
    : Exception($"{message} ({statusCode})", innerException)
{
    public int StatusCode => statusCode;

    public IReadOnlyDictionary<string, IEnumerable<string>> Headers => headers;

    /// <summary>The refusal, in the reader's language; null where the answer was none of ours.</summary>
    public Problem? Problem { get; } = Problem.Of(response);
}

/// <summary>The same with a typed body, where a document declares one for a failure.</summary>
public sealed class ApiException<TResult>(
    string message, int statusCode, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers, TResult result, Exception? innerException)
    : ApiException(message, statusCode, response, headers, innerException)
{
    public TResult Result => result;
}

/// <summary>Problem details (RFC 9457) as the platform writes them.</summary>
public sealed record Problem(string? Title, string? Code, Dictionary<string, string[]>? Errors)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static Problem? Of(string? body)
    {
        try { return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize<Problem>(body, Json); }
        catch (JsonException) { return null; }
    }
}
