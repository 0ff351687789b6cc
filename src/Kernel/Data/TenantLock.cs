using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Kernel.Data;

/// <summary>
/// Tells the database whose rows may be seen: a SET travels in front of every command, in the same round trip. A connection that
/// nobody entered by has an empty tenant, and row-level security shows it nothing. Only a save's SET goes ahead by itself: EF counts the
/// rows that each statement of a save has changed, by its place among them.
/// </summary>
internal sealed class TenantLock : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Prefix(command, eventData);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.SaveChanges, Context: PlatformDb db })
        {
            await using var ahead = command.Connection!.CreateCommand();
            (ahead.CommandText, ahead.Transaction) = (Set(db), command.Transaction);
            await ahead.ExecuteNonQueryAsync(cancellationToken);
        }
        else
        {
            Prefix(command, eventData);
        }

        return result;
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
        if (eventData.Context is PlatformDb db && eventData.CommandSource is not CommandSource.Migrations)
            command.CommandText = $"{Set(db)};\n{command.CommandText}";
    }

    // The id is a Guid's own text, so nothing a client sends reaches the statement.
    private static string Set(PlatformDb db) => $"SET app.tenant = '{db.TenantOrNone}'";
}
