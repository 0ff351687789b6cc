using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Platform.ServiceDefaults;

/// <summary>Stands in until aspire/ServiceDefaults carries these two; deleted on the rebase that brings them.</summary>
internal static class ServiceDefaultsPlaceholder
{
    public static void AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
    }

    public static void MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false });
    }
}
