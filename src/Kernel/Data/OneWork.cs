using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Data;

/// <summary>For the few writes that need more than one statement's atomicity.</summary>
public static class OneWork
{
    /// <summary>Runs several statements as one transaction; within the one that Idempotency-Key opened, where there is one.</summary>
    public static async Task<T> InOne<T>(this PlatformDb db, Func<Task<T>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return await work();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var result = await work();
            await transaction.CommitAsync(ct);
            return result;
        }
        catch (InvalidOperationException) when (db.HasLostItsConnection())
        {
            throw new RefusedException(KernelRefusals.Away);
        }
    }

    /// <summary>
    /// Whether the connection broke under a transaction. Npgsql then calls the transaction completed, and what is tried on it is answered as if
    /// it were a mistake of the program's.
    /// </summary>
    public static bool HasLostItsConnection(this PlatformDb db) =>
        db.Database.CurrentTransaction is not null && db.Database.GetDbConnection().State is not ConnectionState.Open;

    /// <summary>Saves, and gives the refusal where a unique index finds that somebody was here a moment earlier.</summary>
    public static async Task SaveOnce(this PlatformDb db, Refusal otherwise, CancellationToken ct)
    {
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(otherwise);
        }
    }
}
