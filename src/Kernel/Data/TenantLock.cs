using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Kernel.Data;

/// <summary>
/// Tells the database whose rows may be seen, in the same round trip: a SET stands in front of each command and a RESET behind it; in a transaction
/// a SET LOCAL in front of its first. So the tenant ends with the command or the transaction, and no connection keeps one. (EF counts the
/// statements of a saving batch, so nothing can be put around one: where a transaction begins with saving, the SET LOCAL goes ahead by itself.)
/// A connection that nobody entered by has an empty tenant and sees nothing.
/// </summary>
internal sealed class TenantLock : DbCommandInterceptor, IDbTransactionInterceptor
{
    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PlatformDb db) db.NotLockedYet = result;
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Lock(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Lock(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Lock(command, eventData, cancellationToken);
        return result;
    }

    private static ValueTask Lock(DbCommand command, CommandEventData eventData, CancellationToken ct)
    {
        if (eventData.Context is not PlatformDb db || eventData.CommandSource is CommandSource.Migrations) return ValueTask.CompletedTask;
        if (command.Transaction is not null)
        {
            if (!ReferenceEquals(command.Transaction, db.NotLockedYet)) return ValueTask.CompletedTask;
            db.NotLockedYet = null;
            if (eventData.CommandSource is CommandSource.SaveChanges) return Ahead(command, db, ct);
            command.CommandText = $"{Set("SET LOCAL", db)};\n{command.CommandText}";
        }
        else
        {
            command.Enclose(Set("SET", db), "RESET app.tenant");
        }

        return ValueTask.CompletedTask;
    }

    private static async ValueTask Ahead(DbCommand command, PlatformDb db, CancellationToken ct)
    {
        await using var set = command.Connection!.CreateCommand();
        (set.Transaction, set.CommandText) = (command.Transaction, Set("SET LOCAL", db));
        await set.ExecuteNonQueryAsync(ct);
    }

    // The id is a Guid's own text, so nothing that a client sends reaches the statement.
    private static string Set(string verb, PlatformDb db) => $"{verb} app.tenant = '{db.TenantOrNone}'";
}
