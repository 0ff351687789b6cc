using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Kernel.Data;
using Platform.Kernel.Tenancy;
using Xunit;

namespace Platform.Worlds;

/// <summary>The third lock of tenancy, for every table of a service: inherited by each service's tests.</summary>
public abstract class LockTests<TProgram, TDb>(ServiceWorld<TProgram, TDb> world) where TProgram : class where TDb : PlatformDb
{
    [Fact]
    public async Task EveryTenantTable_AsTheServicesAccount_ShowsItsTenantsRowsOnly()
    {
        using var scope = world.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using var app = NpgsqlDataSource.Create(world.Database.Connections.App);
        var tables = db.Model.GetEntityTypes().Where(x => x.GetTableName() is not null && x.ClrType.IsAssignableTo(typeof(ITenantOwned)))
            .DistinctBy(x => x.GetTableName()).ToList();
        Assert.NotEmpty(tables);

        // A street of its own: what stands in these rows is nonsense that no other test should read.
        var ours = Guid.CreateVersion7();
        foreach (var table in tables)
        {
            await using (var row = super.CreateCommand(NonsenseRow.Insert(table, ours))) await row.ExecuteNonQueryAsync();

            Assert.True(await Count(app, table, ours) > 0, $"{table.GetTableName()}: its own tenant sees nothing");
            Assert.True(await Count(app, table, Guid.CreateVersion7()) == 0, $"{table.GetTableName()}: another tenant sees rows");
            Assert.True(await Count(app, table, null) == 0, $"{table.GetTableName()}: a connection without a tenant sees rows");
            Assert.True(await CountAsOwner(super, table) == 0, $"{table.GetTableName()}: its owner, whom a lock passes by unless it is forced, sees rows");
        }
    }

    /// <summary>Relay and housekeeping work for all tenants at once, and so see their four queues and nothing else.</summary>
    [Fact]
    public async Task TheJobsAccount_SeesTheFourQueuesOfEveryTenant_AndNoOtherTable()
    {
        using var scope = world.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<TDb>().Model;
        Type[] queues = [typeof(OutboxRow), typeof(InboxRow), typeof(ParkedFact), typeof(IdempotentAnswer)];
        var names = queues.Select(x => model.FindEntityType(x)!.GetTableName()!).ToList();
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using var jobs = NpgsqlDataSource.Create(world.Database.Connections.Jobs);
        var tables = await Column(super, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')");
        Assert.Subset(tables.ToHashSet(), names.ToHashSet());

        foreach (var queue in queues.Select(x => model.FindEntityType(x)!))
            foreach (var tenant in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() })
            {
                // The relay may have taken a row from its queue before we look: one of several is still there.
                var seen = false;
                for (var attempt = 0; attempt < 20 && !seen; attempt++)
                {
                    await using (var row = super.CreateCommand(NonsenseRow.Insert(queue, tenant))) await row.ExecuteNonQueryAsync();
                    seen = (await Column(jobs, $"SELECT tenant_id::text FROM {queue.GetTableName()}")).Contains($"{tenant}");
                }

                Assert.True(seen, $"{queue.GetTableName()}: jobs see not every tenant's rows");
            }

        foreach (var table in tables.Except(names))
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Column(jobs, $"SELECT 1::text FROM \"{table}\" LIMIT 1"));
            Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{table}: {refused.MessageText}");
            Assert.Equal(["false"], await Column(jobs, $"SELECT (has_table_privilege('\"{table}\"', 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') OR has_any_column_privilege('\"{table}\"', 'SELECT, INSERT, UPDATE, REFERENCES'))::text"));
        }

        // Its right to pass on those four comes from their policies: the account itself steps over nothing and makes nothing.
        Assert.Equal(["false"], await Column(jobs, "SELECT (rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)::text FROM pg_roles WHERE rolname = current_user"));
        Assert.Equal(["false"], await Column(jobs, "SELECT has_schema_privilege('public', 'CREATE')::text"));
    }

    [Fact]
    public void EveryEntity_BelongsToATenant_OrIsListedWithAReason()
    {
        using var scope = world.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        Assert.DoesNotContain(db.Model.GetEntityTypes(), x => !x.IsOwned() && !x.ClrType.IsAssignableTo(typeof(ITenantOwned))
            && !db.SharedAcrossTenants.ContainsKey(x.ClrType));
    }

    [Fact]
    public async Task TheServicesAccount_CannotChangeTheSchema_OrSwitchOffALock_OrRewriteTheAuditLog()
    {
        await using var app = NpgsqlDataSource.Create(world.Database.Connections.App);
        foreach (var sql in new[] { "CREATE TABLE mine (id int)", "ALTER TABLE outbox DISABLE ROW LEVEL SECURITY", "UPDATE audit_log SET act = ''", "DELETE FROM audit_log" })
        {
            await using var command = app.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private static async Task<long> Count(NpgsqlDataSource app, IEntityType table, Guid? tenant)
    {
        await using var connection = await app.OpenConnectionAsync();
        await using var enter = new NpgsqlCommand(tenant is null ? "RESET app.tenant" : $"SET app.tenant = '{tenant}'", connection);
        await enter.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM \"{table.GetTableName()}\"", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<long> CountAsOwner(NpgsqlDataSource super, IEntityType table)
    {
        await using var connection = await super.OpenConnectionAsync();
        await using var owner = new NpgsqlCommand($"SELECT tableowner FROM pg_tables WHERE tablename = '{table.GetTableName()}' AND schemaname = 'public'", connection);
        await using var become = new NpgsqlCommand($"SET ROLE \"{await owner.ExecuteScalarAsync()}\"", connection);
        await become.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM \"{table.GetTableName()}\"", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<List<string>> Column(NpgsqlDataSource account, string sql)
    {
        await using var command = account.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
