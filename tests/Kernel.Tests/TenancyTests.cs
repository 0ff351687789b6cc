using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Xunit;

namespace Platform.Kernel.Tests;

public class TenancyTests(ProbeWorld world)
{
    [Fact]
    public async Task AnotherTenantsRow_IsNotFound_NotListed_NotCounted()
    {
        var note = await ProbeWorld.Write(world.Staff(), "ours");
        var stranger = world.As(world.Somebody(Role.CommitteeStaff), world.Theirs);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/probe/notes/{note.Id}")).StatusCode);
        Assert.Equal("""{"items":[],"next":null}""", await stranger.GetStringAsync("/api/v1/probe/notes"));
        Assert.Equal("0", await stranger.GetStringAsync("/api/v1/probe/public/youyi/count"));
        // A street named otherwise is served as a public one, never as the token's.
        Assert.NotEqual("0", await stranger.GetStringAsync("/api/v1/probe/public/zhangmiao/count"));
    }

    [Fact]
    public async Task UnknownStreet_Is404_WithItsCode()
    {
        var answer = await world.Anonymous().GetAsync("/api/v1/probe/public/nowhere/count");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("\"code\":\"tenant.unknown\"", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The second lock on write: smuggled past the filter (the database's lock is off for the superuser), it is still not saved.</summary>
    [Fact]
    public async Task AnotherTenantsRow_CannotBeWritten_EvenWhenSmuggledPastTheFilter()
    {
        var note = await ProbeWorld.Write(world.Staff(), "ours");
        await world.In(world.Theirs, async db =>
        {
            var smuggled = await world.In(world.Ours, x => x.Notes.AsNoTracking().SingleAsync(n => n.Id == note.Id));
            db.Attach(smuggled);
            smuggled.Change("theirs now");
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            return true;
        });
    }

    [Fact]
    public async Task TheDatabaseRefuses_WhatBothOtherLocksLetPass()
    {
        var note = await ProbeWorld.Write(world.Staff(), "ours");
        var seen = await world.In(world.Theirs, db => db.Notes.IgnoreQueryFilters([PlatformDb.TenantFilter]).CountAsync(n => n.Id == note.Id));
        Assert.Equal(0, seen);
    }

    /// <summary>The second lock on read, alone: with the database's switched off, a stranger still sees nothing.</summary>
    [Fact]
    public async Task TheFilterHides_AlsoWhereTheDatabasesLockIsOff()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var note = await ProbeWorld.Write(world.Staff(), "ours");
        await Run(super, "ALTER TABLE notes DISABLE ROW LEVEL SECURITY");
        try
        {
            Assert.Equal((0, 1), await world.In(world.Theirs, async db => (
                await db.Notes.CountAsync(), await db.Notes.IgnoreQueryFilters([PlatformDb.TenantFilter]).CountAsync(n => n.Id == note.Id))));
        }
        finally
        {
            await Run(super, "ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        }
    }

    /// <summary>A transaction's tenant ends with it: a connection that serves somebody else next has none.</summary>
    [Fact]
    public async Task ATransactionsTenant_EndsWithIt()
    {
        Assert.Equal((world.Ours.ToString(), ""), await world.In(world.Ours, async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            await using var transaction = await db.Database.BeginTransactionAsync();
            // The first command of it tells the tenant; what comes after has it.
            await db.Notes.CountAsync();
            var within = await Tenant(connection);
            await transaction.CommitAsync();
            return (within, await Tenant(connection));
        }));
    }

    /// <summary>Nor does a command's outlive it, on a connection that is not cleaned between two who use it.</summary>
    [Fact]
    public async Task ACommandsTenant_EndsWithIt()
    {
        Assert.Equal("", await world.In(world.Ours, async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Notes.CountAsync();
            return await Tenant(db.Database.GetDbConnection());
        }));
    }

    // Behind the interceptor's back.
    private static async Task<string> Tenant(System.Data.Common.DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(current_setting('app.tenant', true), '')";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Run(NpgsqlDataSource super, string sql)
    {
        await using var command = super.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
