using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Kernel.Data;

/// <summary>
/// Tells the database whose rows may be seen: by a SET LOCAL in front of each command, in the same round trip; in a transaction in front of its
/// first. Outside one, what travels together is one to PostgreSQL, so the tenant ends with the command, or with the transaction, and no connection
/// keeps one. (EF counts the statements of a saving batch, so nothing can be put in front of one: where a transaction begins with saving, the
/// SET LOCAL goes ahead by itself.) A connection that nobody entered by has an empty tenant and sees nothing.
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
        }

        command.CommandText = $"{Set(db)};\n{command.CommandText}";
        return ValueTask.CompletedTask;
    }

    private static async ValueTask Ahead(DbCommand command, PlatformDb db, CancellationToken ct)
    {
        await using var set = command.Connection!.CreateCommand();
        (set.Transaction, set.CommandText) = (command.Transaction, Set(db));
        await set.ExecuteNonQueryAsync(ct);
    }

    // The id is a Guid's own text, so nothing that a client sends reaches the statement.
    private static string Set(PlatformDb db) => $"SET LOCAL app.tenant = '{db.TenantOrNone}'";
}
