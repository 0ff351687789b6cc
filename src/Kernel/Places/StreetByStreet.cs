using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Places;

/// <summary>What is done without anybody asking, every few seconds in every replica: one street at a time, each in a scope of its own.</summary>
public abstract class StreetByStreet<TDb>(IServiceScopeFactory scopes, ILogger log) : BackgroundService where TDb : PlacesDb
{
    /// <summary>How often it looks.</summary>
    protected virtual TimeSpan Every => TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try { await Run(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: it must not take the service down, and the next round tries again.
                log.LogWarning(e, "{Job} waits: {Reason}", GetType().Name, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; public so that a test need not wait.</summary>
    public Task Run(CancellationToken ct) => EveryStreet.Do<TDb>(scopes, GetType().Name, Act, ct);

    /// <summary>The work in the street that was entered.</summary>
    protected abstract Task Act(IServiceProvider services, TDb db, CancellationToken ct);
}

/// <summary>Every street that the service knows.</summary>
public static class EveryStreet
{
    /// <summary>One street after the other, each entered in a scope of its own; who acts is told by a name, since nobody asked.</summary>
    public static async Task Do<TDb>(IServiceScopeFactory scopes, string who, Func<IServiceProvider, TDb, CancellationToken, Task> act, CancellationToken ct) where TDb : PlacesDb
    {
        List<Guid> streets;
        await using (var scope = scopes.CreateAsyncScope())
            streets = await scope.ServiceProvider.GetRequiredService<TDb>().Streets.Select(x => x.Id).ToListAsync(ct);
        foreach (var street in streets)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Enter(street);
            scope.ServiceProvider.GetRequiredService<Caller>().Is(null, who);
            await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TDb>(), ct);
        }
    }
}
