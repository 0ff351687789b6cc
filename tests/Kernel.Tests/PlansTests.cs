using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>How PostgreSQL plans: for what is asked for, but where a question says that it does not matter.</summary>
public sealed class PlansTests(ProbeWorld world)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AMarkedQuestion_IsPlannedForAnyValues_AndNoOtherIs(bool inTransaction)
    {
        var modes = await world.In(world.Ours, async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var transaction = inTransaction ? await db.Database.BeginTransactionAsync() : null;
            return new[] { await Mode(db).SingleAsync(), await Mode(db).PlannedOnce().SingleAsync(), await Mode(db).SingleAsync() };
        });

        Assert.Equal(["force_custom_plan", "force_generic_plan", "force_custom_plan"], modes);
    }

    private static IQueryable<string> Mode(DbContext db) => db.Database.SqlQuery<string>($"""SELECT current_setting('plan_cache_mode') AS "Value" """);
}
