using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Probe;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>PostgreSQL killed between a request's effect and its commit: the caller may repeat, and is told so; it is no mistake of the program's.</summary>
public class LostConnectionTests(ProbeWorld world)
{
    [Fact]
    public async Task LostBeforeTheAnswerIsKept_IsServiceAway() => await Lost(async (db, scope) =>
    {
        var request = new DefaultHttpContext { RequestServices = scope };
        request.Request.Method = HttpMethods.Post;
        request.Request.Headers[Idempotency.Header] = Guid.CreateVersion7().ToString();
        var once = new Idempotency(async _ => { await Kill(db); await Notice(db); });
        await once.Invoke(request, db, scope.GetRequiredService<Tenant>(), scope.GetRequiredService<Caller>(), TimeProvider.System);
    });

    [Fact]
    public async Task LostBeforeTheCommitOfSeveralStatements_IsServiceAway() => await Lost(async (db, _) => await db.InOne(async () =>
    {
        await db.Notes.CountAsync();
        await Kill(db);
        await Notice(db);
        return 0;
    }, default));

    private async Task Lost(Func<ProbeDb, IServiceProvider, Task> act)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(world.Ours);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => act(scope.ServiceProvider.GetRequiredService<ProbeDb>(), scope.ServiceProvider));
        Assert.Equal(KernelRefusals.Away.Code, refused.Refusal.Code);
    }

    private async Task Kill(ProbeDb db)
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using var kill = super.CreateCommand("SELECT pg_terminate_backend($1)");
        kill.Parameters.Add(new() { Value = ((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID });
        await kill.ExecuteNonQueryAsync();
        await Task.Delay(200);
    }

    // Whatever comes next finds out, and here nobody minds.
    private static async Task Notice(ProbeDb db)
    {
        try { await db.Notes.CountAsync(); }
        catch (InvalidOperationException) { /* As a reaction to a failure within the request might. */ }
        catch (NpgsqlException) { /* So it is. */ }
    }
}
