using System.Text.Json.Nodes;
using Scalar.AspNetCore;

namespace Platform.Gateway;

/// <summary>
/// One OpenAPI document of all services at /openapi/v1.json, read at /docs. Asked of the services once a minute; one that is away keeps its
/// last description, or is left out until it comes.
/// </summary>
internal sealed class MergedDescription(IHttpClientFactory clients, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    public const string Client = "descriptions";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), FreshWithGaps = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, JsonObject> _known = [];
    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Text, DateTimeOffset Until) _merged = ("", DateTimeOffset.MinValue);

    public async Task<string> Text(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() < _merged.Until) return _merged.Text;
            var asked = await Task.WhenAll(Routes.Services.Select(x => Ask(x, ct)));
            foreach (var (service, document) in asked)
                if (document is not null) _known[service] = document;
            _merged = (Merging.Merge(_known, configuration["Platform:Issuer"]!).ToJsonString(),
                clock.GetUtcNow() + (asked.All(x => x.Document is not null) ? Fresh : FreshWithGaps));
            return _merged.Text;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(string Service, JsonObject? Document)> Ask(string service, CancellationToken ct)
    {
        try
        {
            using var http = clients.CreateClient(Client);
            return (service, await http.GetFromJsonAsync<JsonObject>(new Uri($"http://{service}/openapi/v1.json"), ct));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException && !ct.IsCancellationRequested)
        {
            return (service, null);
        }
    }

    public void Dispose() => _one.Dispose();
}

internal static class MergedDescriptionSetup
{
    public static IServiceCollection AddMergedDescription(this IServiceCollection services)
    {
        services.AddHttpClient(MergedDescription.Client, http => http.Timeout = TimeSpan.FromSeconds(5));
        return services.AddSingleton<MergedDescription>();
    }

    public static void MapMergedDescription(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", async (MergedDescription merged, CancellationToken ct) =>
            Results.Text(await merged.Text(ct), "application/json")).AllowAnonymous();
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("社区共治平台 API").AddDocument("v1", routePattern: "/openapi/v1.json").DisableDefaultFonts()).AllowAnonymous();
    }
}
