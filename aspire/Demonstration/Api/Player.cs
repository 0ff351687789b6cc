using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Demonstration.Api;

/// <summary>A person who uses the platform through its REST API, signed in by phone and one-time code.</summary>
public sealed class Player
{
    private readonly Gateway _gateway;
    private readonly Lock _one = new();
    private Task _renewing = Task.CompletedTask;
    private string _token;

    private Player(Gateway gateway, string phone, string token) => (_gateway, Phone, _token, Id) = (gateway, phone, token, PersonIn(token));

    /// <summary>The number that signs in.</summary>
    public string Phone { get; }

    /// <summary>The person.</summary>
    public Guid Id { get; }

    /// <summary>What the last answer said its thing's version is.</summary>
    public string? LastVersion { get; private set; }

    /// <summary>Signs in; a number that nobody had yet becomes a resident of the street.</summary>
    public static async Task<Player> SignIn(Gateway gateway, string phone) => new(gateway, phone, await gateway.TokenFor(phone));

    /// <summary>Reads.</summary>
    public Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>The items of a list's first hundred.</summary>
    public async Task<IReadOnlyList<JsonElement>> List(string path) =>
        [.. (await Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100")).GetProperty("items").EnumerateArray()];

    /// <summary>Does something; with a key, at most once.</summary>
    public Task<JsonElement> Post(string path, object? body = null, string? key = null) =>
        Send(HttpMethod.Post, path, () => body is null ? null : JsonContent.Create(body, body.GetType()), key);

    /// <summary>Posts a form.</summary>
    public Task<JsonElement> Post(string path, Func<MultipartFormDataContent> form, string? key = null) => Send(HttpMethod.Post, path, form, key);

    /// <summary>Replaces something.</summary>
    public Task<JsonElement> Put(string path, object body) => Send(HttpMethod.Put, path, () => JsonContent.Create(body, body.GetType()));

    // Once more with a new token, where the platform's clock was moved past the end of the old one; and where something else was written at the
    // same moment (a fact from another service): what is said here names no version, so it holds whatever that was.
    private async Task<JsonElement> Send(HttpMethod method, string path, Func<HttpContent?>? content, string? key = null)
    {
        var (response, token) = await Try(method, path, content, key);
        for (var again = 0; again < 5 && response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.PreconditionFailed; again++)
        {
            if (response.StatusCode is HttpStatusCode.Unauthorized) await Renew(token);
            response.Dispose();
            (response, token) = await Try(method, path, content, key);
        }

        LastVersion = response.Headers.ETag?.Tag;
        return await Gateway.Read(response);
    }

    // For all who wait for it: of two codes for one phone only the later holds.
    private Task Renew(string expired)
    {
        lock (_one)
        {
            if (_token != expired) return Task.CompletedTask;
            return _renewing = _renewing.IsCompleted ? Ask() : _renewing;
        }

        async Task Ask() => _token = await _gateway.TokenFor(Phone);
    }

    private async Task<(HttpResponseMessage Answer, string Token)> Try(HttpMethod method, string path, Func<HttpContent?>? content, string? key)
    {
        var token = _token;
        using var request = new HttpRequestMessage(method, path);
        request.Content = content?.Invoke();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return (await _gateway.Http.SendAsync(request), token);
    }

    private static Guid PersonIn(string token)
    {
        var payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        using var claims = JsonDocument.Parse(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')));
        return Guid.Parse(claims.RootElement.GetProperty("sub").GetString()!);
    }
}
