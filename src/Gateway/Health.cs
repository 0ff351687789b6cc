using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.ServiceDefaults;
using Yarp.ReverseProxy;

namespace Platform.Gateway;

/// <summary>GET /health: the whole platform, service by service. GET /alive: this process alone, for whoever restarts it.</summary>
internal static class Health
{
    private const string Client = "health";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHttpClient(Client, http => http.Timeout = TimeSpan.FromSeconds(2));
        var checks = services.AddHealthChecks();
        foreach (var name in Routes.Services)
            checks.Add(new HealthCheckRegistration(name, provider => new ServiceCheck(
                name, provider.GetRequiredService<IProxyStateLookup>(), provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)), null, null));
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Extensions.Live) })
            .AllowAnonymous().DisableHttpMetrics();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        services = report.Entries.Where(x => Routes.Services.Contains(x.Key))
            .ToDictionary(x => x.Key, x => new { status = x.Value.Status.ToString(), replicas = x.Value.Description }),
    });

    /// <summary>Asks every replica of a service whether it can take work. Some down: degraded; all: unhealthy.</summary>
    private sealed class ServiceCheck(string service, IProxyStateLookup proxy, HttpClient http) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var replicas = proxy.TryGetCluster(service, out var cluster) ? cluster.DestinationsState.AllDestinations : [];
            var answers = await Task.WhenAll(replicas.Select(x => Answers(new Uri(new Uri(x.Model.Config.Address), "health"), cancellationToken)));
            var (well, of) = (answers.Count(x => x), answers.Length);
            var words = $"{well}/{of}";
            return well == 0 ? HealthCheckResult.Unhealthy(words) : well < of ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words);
        }

        private async Task<bool> Answers(Uri address, CancellationToken ct)
        {
            try
            {
                using var answer = await http.GetAsync(address, ct);
                return answer.IsSuccessStatusCode;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
