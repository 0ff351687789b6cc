namespace Platform.Web.Clients;

/// <summary>What a generated client throws when the gateway does not answer as hoped. The generator is told to use this one.</summary>
public class ApiException(
    string message, int statusCode, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers, Exception? innerException)
    : Exception(message, innerException)
{
    public int StatusCode { get; } = statusCode;

    public string? Response { get; } = response;

    public IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; } = headers;

    /// <summary>The body as its generated type, where there is one: each client has a ProblemDetails of its own.</summary>
    public virtual object? Body => null;
}

/// <summary>The same, with the answer's body as the type its description names; here always problem details (RFC 9457).</summary>
public sealed class ApiException<TResult>(
    string message, int statusCode, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers,
    TResult result, Exception? innerException)
    : ApiException(message, statusCode, response, headers, innerException)
{
    public TResult Result { get; } = result;

    public override object? Body => Result;
}
