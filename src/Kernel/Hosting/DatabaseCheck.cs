using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Platform.Kernel.Events;

namespace Platform.Kernel.Hosting;

/// <summary>The database answers, and sorts as it must: under another locale than C.UTF-8 trigram search silently finds nothing in Chinese.</summary>
internal sealed class DatabaseCheck(JobsDatabase jobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = jobs.Source.CreateCommand("SELECT datctype FROM pg_database WHERE datname = current_database()");
            var locale = (string?)await command.ExecuteScalarAsync(cancellationToken);
            return locale is "C.UTF-8" or "C.utf8" ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"The database was made with the locale {locale}; it needs C.UTF-8.");
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
