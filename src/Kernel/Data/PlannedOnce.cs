using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Kernel.Data;

/// <summary>Questions whose plan is the same whatever is asked for.</summary>
public static class Plans
{
    internal const string Once = "planned once";

    /// <summary>
    /// Planned once on each connection, for any values, and not again each time. For what is found by its keys over many tables, where planning takes
    /// longer than looking; not where the values decide how many rows there are.
    /// </summary>
    public static IQueryable<T> PlannedOnce<T>(this IQueryable<T> rows) => rows.TagWith(Once);
}

/// <summary>Puts the plan's mode around the commands that are marked so, in the same round trip; all others are planned for their values.</summary>
internal sealed class PlanMode : DbCommandInterceptor
{
    private const string Marked = $"-- {Plans.Once}";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Marked, StringComparison.Ordinal)) command.Enclose("SET plan_cache_mode = force_generic_plan", "RESET plan_cache_mode");
        return ValueTask.FromResult(result);
    }
}
