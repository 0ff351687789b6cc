using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Kernel.Data;

/// <summary>
/// Tells the database whose rows may be seen. Outside a transaction a SET travels in front of each command, in the same round trip; a
/// transaction begins with SET LOCAL, which travels with its BEGIN. (EF counts the statements of a saving batch, so nothing can be put in
/// front of one; that is why saving always has a transaction.) A connection that nobody entered by has an empty tenant and sees nothing.
/// </summary>
internal sealed class TenantLock : DbCommandInterceptor, IDbTransactionInterceptor
{
    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not PlatformDb db) return result;
        await using var set = connection.CreateCommand();
        set.CommandText = Set("SET LOCAL", db);
        await set.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData);
        return ValueTask.FromResult(result);
    }

    private static void Prefix(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is PlatformDb db && command.Transaction is null && eventData.CommandSource is not CommandSource.Migrations)
            command.CommandText = $"{Set("SET", db)};\n{command.CommandText}";
    }

    // The id is a Guid's own text, so nothing that a client sends reaches the statement.
    private static string Set(string verb, PlatformDb db) => $"{verb} app.tenant = '{db.TenantOrNone}'";
}
