using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Kernel.Data;

namespace Platform.Kernel.Events;

/// <summary>Wakes the relay of this process. Every replica that commits has a relay, so nobody else needs to be told.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try { _signal.Release(); }
        catch (SemaphoreFullException) { /* It is awake already. */ }
    }

    public Task Wait(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);

    public void Dispose() => _signal.Dispose();
}

/// <summary>Sees commits: tells the context, and wakes the relay after those that said something.</summary>
internal sealed class OutboxWaker(OutboxSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db) After(db);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db) After(db);
        return Task.CompletedTask;
    }

    private void After(DbContext context)
    {
        if (context is not PlatformDb db) return;
        db.Committed();
        if (db.ChangeTracker.Entries<OutboxRow>().Any()) signal.Set();
    }
}
