using OpenIddict.Abstractions;

namespace Platform.Directory.SignIn;

/// <summary>Each hour: forgets tokens and grants that ended long ago. Harmless when several replicas do it at once.</summary>
internal sealed class PeriodicPruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PeriodicPruning> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(15);

    /// <summary>The steps that end by themselves prune nothing.</summary>
    public static bool IsOff(IConfiguration configuration) => Program.IsStep(configuration);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await hour.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Kept;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Old tokens are pruned later, the database is away: {Reason}", e.Message);
            }
        }
    }
}
