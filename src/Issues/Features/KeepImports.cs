using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// Makes issues of the rows of the runs that were started, a hundred in a transaction (<see cref="TakeOrders"/>). What is not done yet is what is still
/// new: a restart goes on from there. Of several replicas each takes other rows.
/// </summary>
public sealed class KeepImports(IServiceScopeFactory scopes, Phones phones, TimeProvider clock, ILogger<KeepImports> log) : StreetByStreet<IssuesDb>(scopes, log)
{
    // Whoever reports meanwhile waits for a receipt number until such a transaction ends; and other streets wait until a turn does.
    private const int AtOnce = 100, InATurn = 50;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task Act(IServiceProvider services, IssuesDb db, CancellationToken ct)
    {
        foreach (var run in await db.ImportRuns.AsNoTracking().Where(x => x.State == ImportState.Importing && !x.Forgotten).OrderBy(x => x.Id).ToListAsync(ct))
        {
            // What is done is done by who said so.
            services.GetRequiredService<Caller>().Is(run.StartedById, nameof(KeepImports));
            var orders = new TakeOrders(db, run, await db.HotlineReader(run.Scope, await db.Today(clock, ct), ct), phones, clock);
            for (var turn = 0; turn < InATurn; turn++)
                if (await Take(db, orders, ct) == 0)
                {
                    await Finish(db, run.Id, ct);
                    break;
                }
        }

        services.GetRequiredService<Caller>().Is(null, nameof(KeepImports));
        await Forget(db, ct);
    }

    private static async Task<int> Take(IssuesDb db, TakeOrders orders, CancellationToken ct)
    {
        try
        {
            return await orders.Some(AtOnce, ct);
        }
        catch (DbUpdateException e) when (IsOfARow(e))
        {
            // One of them is what the database does not take. The others must not wait for it: each is tried by itself.
            for (var i = 0; i < AtOnce; i++)
                if (await One(db, orders, ct) == 0) break;
            return AtOnce;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<int> One(IssuesDb db, TakeOrders orders, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await orders.Some(1, ct);
        }
        catch (DbUpdateException e) when (IsOfARow(e))
        {
            db.ChangeTracker.Clear();
            return await orders.LeaveOut(ct);
        }
    }

    private async Task Finish(IssuesDb db, Guid id, CancellationToken ct)
    {
        // What another replica holds is still new to everybody else.
        if (await db.ImportRows.AnyAsync(x => x.RunId == id && x.State == ImportRowState.New, ct)) return;
        var run = await db.Find<ImportRun>(id, ct);
        if (run.State is ImportState.Importing) run.Finish(clock.GetUtcNow());
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { /* Another replica found the same a moment earlier. */ }
        db.ChangeTracker.Clear();
    }

    /// <summary>After a month nobody mends a sheet any more: what was not taken over goes, with the names and phones in it.</summary>
    private async Task Forget(IssuesDb db, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - KeptFor;
        foreach (var run in await db.ImportRuns.Where(x => !x.Forgotten && x.UploadedAt < before && x.State != ImportState.Importing).Take(10).ToListAsync(ct))
        {
            if (run.State is ImportState.Staged) run.Discard(clock.GetUtcNow());
            run.Forget();
            await db.InOne(async () =>
            {
                await db.SaveChangesAsync(ct);
                var rows = db.ImportRows.Where(x => x.RunId == run.Id);
                return run.State is ImportState.Discarded ? await rows.ExecuteDeleteAsync(ct) : await rows.ExecuteUpdateAsync(x => x.SetProperty(r => r.Cells, (string?)null), ct);
            }, ct);
        }
    }

    // Data that does not fit, and rules that it breaks: of this row, and not of the database's state.
    private static bool IsOfARow(DbUpdateException e) => e.InnerException is PostgresException { SqlState: ['2', '2' or '3', ..] };
}
