using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Worlds;

namespace Platform.Gateway.Tests;

/// <summary>Stands where a service does and tells what reached it, over real HTTP: one port for HTTP/1.1, one for h2c.</summary>
public sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Backend(string name, int http, int grpc)
    {
        Name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, http, x => x.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, grpc, x => x.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<Speaker>();
        _app.MapGet("/health", () => Healthy ? Results.Ok() : Results.StatusCode(503));
        _app.MapGet("/openapi/v1.json", () => Results.Text(Description, "application/json"));
        if (name == "directory") PublishKeys();
        _app.Map("/api/{**rest}", Tell);
        _app.Map("/open311/{**rest}", Tell);
        _app.Map("/account/{**rest}", Tell);
        _app.Map("/connect/{**rest}", Tell);
    }

    public string Name { get; }
    public bool Healthy { get; set; } = true;
    public string Description { get; set; } = "{}";
    public string Http => _app.Urls.First();
    public string Grpc => _app.Urls.Last();

    /// <summary>Starts on free ports, or comes back on those that it had.</summary>
    public static async Task<Backend> Start(string name, int http = 0, int grpc = 0)
    {
        var backend = new Backend(name, http, grpc);
        await backend._app.StartAsync();
        return backend;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Tell(HttpContext context)
    {
        if (context.Request.Query["wait"] is [{ } seconds]) await Task.Delay(TimeSpan.FromSeconds(int.Parse(seconds, null)), context.RequestAborted);
        var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        await context.Response.WriteAsJsonAsync(new Told
        {
            Service = Name, Method = context.Request.Method, Path = context.Request.Path, Query = context.Request.QueryString.Value, BodyLength = buffer.Length,
            Headers = context.Request.Headers.ToDictionary(x => x.Key.ToLowerInvariant(), x => x.Value.ToString()),
        });
    }

    // The keys of the minted tokens, as an OpenID provider publishes them; its addresses are the issuer's, which nothing can reach.
    private void PublishKeys()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new { issuer = TestTokens.Issuer, jwks_uri = $"{TestTokens.Issuer}.well-known/jwks" });
        _app.MapGet("/.well-known/jwks", async () =>
        {
            var key = (RsaSecurityKey)(await TestTokens.Configuration.GetConfigurationAsync(default)).SigningKeys.Single();
            var rsa = key.Rsa.ExportParameters(false);
            return new
            {
                keys = new[] { new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent) } },
            };
        });
    }

    internal sealed class Speaker : Contracts.Directory.Grpc.V1.Directory.DirectoryBase
    {
        public override Task<GetMembershipsReply> GetMemberships(GetMembershipsRequest request, ServerCallContext context) => Task.FromResult(new GetMembershipsReply
        {
            Memberships = { new Membership { Role = "Resident", AreaId = request.PersonId, AreaPath = context.RequestHeaders.GetValue("tenant") ?? "no tenant" } },
        });
    }
}

/// <summary>What reached a service.</summary>
public sealed record Told
{
    public required string Service { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public string? Query { get; init; }
    public required long BodyLength { get; init; }
    public required Dictionary<string, string> Headers { get; init; }
}
