using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Kernel.Data;
using Platform.Kernel.Events;

namespace Platform.Kernel.Hosting;

/// <summary>What this start of the process is for: serving, or one of the two steps that end by themselves.</summary>
internal sealed record Mode(bool Migrating, string? Describing)
{
    public static Mode Of(IConfiguration configuration) => new(
        configuration["migrate"] is not null || Environment.GetCommandLineArgs().Contains("--migrate"), configuration["openapi"]);
}

internal static class Steps
{
    /// <summary>Database, accounts, schema, locks; then the service's queue, so that no fact is said before somebody can hear it; then the seed.</summary>
    public static async Task RunMigrationStep<TDb>(this WebApplication app, Func<IServiceProvider, CancellationToken, Task>? seed) where TDb : PlatformDb
    {
        var service = app.Services.GetRequiredService<ServiceName>().Value;
        await Provisioning.Migrate<TDb>(PlatformHost.ConnectionsOf(app.Configuration, service), CancellationToken.None);
        await app.Services.GetRequiredService<HearingBus>().Declare();
        if (seed is null) return;
        await using var scope = app.Services.CreateAsyncScope();
        await seed(scope.ServiceProvider, CancellationToken.None);
    }

    /// <summary>Writes the description that Web's typed clients are generated from. Endpoints are known once the host has started.</summary>
    public static async Task WriteDescription(this WebApplication app, string file)
    {
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("clients").GetOpenApiDocumentAsync();
            await using var stream = File.Create(file);
            await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_0);
        }

        await app.StopAsync();
    }
}
