using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Events;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Doors;

/// <summary>
/// Who a service is when it asks another: the caller whose request it serves, by the caller's own token; or, where nobody is behind it,
/// itself, by client credentials, naming the tenant that it works for. Behind a public door it asks for itself too: what is asked there
/// (does this phone match?) is no right of whoever happens to be signed in.
/// </summary>
public sealed class ServiceToken(IHttpContextAccessor http, Tenant tenant, ServiceTokenSource own)
{
    public const string Scope = "service", TenantHeader = "tenant";

    public async Task Add(Metadata metadata)
    {
        var isPublic = http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is { Roles: null };
        if (!isPublic && http.HttpContext?.Request.Headers.Authorization is [{ } callers, ..])
        {
            metadata.Add("authorization", callers);
            return;
        }

        metadata.Add("authorization", $"Bearer {await own.Get(CancellationToken.None)}");
        metadata.Add(TenantHeader, tenant.Id.ToString());
    }
}

/// <summary>The service's own token, fetched from Directory and kept until shortly before it ends.</summary>
public sealed class ServiceTokenSource(IHttpClientFactory clients, ServiceName service, ServiceSecret secret, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private string _token = "";
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public async Task<string> Get(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() < _until) return _token;
            using var http = clients.CreateClient("directory-token");
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = $"service-{service.Value}", ["client_secret"] = secret.Read(),
                ["scope"] = ServiceToken.Scope,
            });
            using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct);
            answer.EnsureSuccessStatusCode();
            var token = (await answer.Content.ReadFromJsonAsync<Answer>(ct))!;
            (_token, _until) = (token.AccessToken, clock.GetUtcNow().AddSeconds(token.ExpiresIn) - Early);
            return _token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

/// <summary>What the platform's own services prove themselves with to Directory. Made by Directory's migration step.</summary>
public sealed record ServiceSecret(string? KeyDirectory)
{
    public const string FileName = "service-secret";

    public string Read() => File.ReadAllText(Path.Combine(
        KeyDirectory ?? throw new InvalidOperationException("Platform:KeyDirectory is not set."), FileName)).Trim();
}
