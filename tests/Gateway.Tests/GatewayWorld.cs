using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Platform.Worlds;
using Xunit;

namespace Platform.Gateway.Tests;

/// <summary>The gateway as it runs, on real ports, in front of services that tell what reached them.</summary>
public sealed class GatewayWorld : IAsyncLifetime
{
    private readonly Dictionary<string, string> _settings = [];
    private Host? _host;

    public Guid Street { get; } = Guid.CreateVersion7();
    public Guid Person { get; } = Guid.CreateVersion7();
    public TestClock Clock { get; } = new();
    public Dictionary<string, Backend> Backends { get; } = [];
    public Uri Http { get; private set; } = null!;
    public Uri Grpc { get; private set; } = null!;
    public HttpClient Anyone { get; private set; } = null!;
    public HttpClient Member { get; private set; } = null!;
    private IConfigurationRoot Configuration => (IConfigurationRoot)_host!.Services.GetRequiredService<IConfiguration>();

    /// <summary>A world of its own, with other settings.</summary>
    public static async Task<GatewayWorld> Start(params (string Key, string Value)[] settings)
    {
        var world = new GatewayWorld();
        foreach (var (key, value) in settings) world._settings[key] = value;
        await world.InitializeAsync();
        return world;
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var name in Routes.Services) Backends[name] = await Backend.Start(name);
        _host = new Host(web =>
        {
            web.UseSetting("Platform:Issuer", TestTokens.Issuer);
            web.UseSetting("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0");
            web.UseSetting("Kestrel:Endpoints:grpc:Url", "http://127.0.0.1:0");
            web.UseSetting("Kestrel:Endpoints:grpc:Protocols", "Http2");
            foreach (var (name, backend) in Backends)
            {
                web.UseSetting($"services:{name}:http:0", backend.Http);
                web.UseSetting($"services:{name}:grpc:0", backend.Grpc);
            }

            foreach (var (key, value) in _settings) web.UseSetting(key, value);
            web.ConfigureLogging(logging => logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error));
            web.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        });
        _host.UseKestrel();
        _host.StartServer();
        var addresses = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Grpc, Http) = (new Uri(addresses[0]), new Uri(addresses[1]));
        Anyone = new HttpClient { BaseAddress = Http };
        Member = As(TestTokens.For(Person, Street));
    }

    public IServiceProvider Services => _host!.Services;

    public HttpClient As(string token)
    {
        var http = new HttpClient { BaseAddress = Http };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>Changes the configuration of the running gateway.</summary>
    public void Reconfigure(string key, string? value)
    {
        Configuration[key] = value;
        Configuration.Reload();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        foreach (var backend in Backends.Values) await backend.DisposeAsync();
    }

    private sealed class Host(Action<IWebHostBuilder> configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => configure(builder);
    }
}

internal static class Reading
{
    /// <summary>What the service behind saw.</summary>
    public static async Task<Told> Told(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<Told>())!;
    }

    /// <summary>Asserts that this was refused with problem details, and returns the answer.</summary>
    public static async Task<HttpResponseMessage> Refused(this Task<HttpResponseMessage> asked, int status, string code)
    {
        var answer = await asked;
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.NotNull(problem["traceId"]);
        Assert.NotEqual(code, (string?)problem["title"]);
        return answer;
    }
}
