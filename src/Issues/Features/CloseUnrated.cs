using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// Closes what nobody rated within seven days, and forgets photos that were never attached. Every replica runs it: an issue's version lets
/// one of them win, and the others find nothing left to do. One tenant at a time, each in a scope of its own.
/// </summary>
public sealed class CloseUnrated(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CloseUnrated> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try { await Run(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: it must not take the service down, and the next round tries again.
                log.LogWarning(e, "The deadlines wait: {Reason}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; public so that a test need not wait.</summary>
    public async Task Run(CancellationToken ct)
    {
        List<Guid> streets;
        await using (var scope = scopes.CreateAsyncScope())
            streets = await scope.ServiceProvider.GetRequiredService<IssuesDb>().Streets.Select(x => x.Id).ToListAsync(ct);
        foreach (var street in streets)
        {
            await InTenant(street, CloseDue, ct);
            await InTenant(street, ForgetPhotos, ct);
        }
    }

    private async Task InTenant(Guid street, Func<IServiceProvider, IssuesDb, CancellationToken, Task> act, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(street);
        scope.ServiceProvider.GetRequiredService<Caller>().Is(null, nameof(CloseUnrated));
        await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IssuesDb>(), ct);
    }

    private async Task CloseDue(IServiceProvider services, IssuesDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var issue in await db.Issues.Where(x => x.RateBy <= now).OrderBy(x => x.RateBy).Take(100).ToListAsync(ct))
            db.SayAll(issue, issue.CloseUnanswered(now));
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { /* Rated just now, or closed by another replica: the next round sees what is left. */ }
    }

    private async Task ForgetPhotos(IServiceProvider services, IssuesDb db, CancellationToken ct)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        var store = services.GetRequiredService<Platform.Kernel.Attachments.IAttachmentStore>();
        foreach (var photo in await db.Photos.Where(x => x.IssueId == null && x.At < yesterday).Take(100).ToListAsync(ct))
        {
            await store.Delete(photo.NameIn(db.TenantId), ct);
            await db.Photos.Where(x => x.Id == photo.Id && x.IssueId == null).ExecuteDeleteAsync(ct);
        }
    }
}
