using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Http;

/// <summary>
/// Idempotency-Key on POST: effect and answer commit together, so a client that got no answer may repeat and has one effect. A second
/// request at the same time waits on the key's row until the first has committed, then gets its answer. Refusals are answers too.
/// </summary>
public sealed class Idempotency(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    public async Task Invoke(HttpContext context, PlatformDb db, Tenant tenant, Caller caller, TimeProvider clock)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Headers.TryGetValue(Header, out var header) || !tenant.IsEntered)
        {
            await next(context);
            return;
        }

        var key = header.ToString();
        if (key.Length is 0 or > 100) throw new RefusedException(KernelRefusals.BadKey);
        var row = new IdempotentAnswer
        {
            TenantId = tenant.Id, ActorId = caller.Id ?? Guid.Empty, Key = key, At = clock.GetUtcNow(), RequestHash = await RequestHash.Of(context.Request),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(context.RequestAborted);
        if (!await Claim(db, row, context.RequestAborted))
        {
            await transaction.RollbackAsync(context.RequestAborted);
            await Repeat(context, db, row);
            return;
        }

        try
        {
            await AnswerOnce(context, db, row, transaction);
        }
        catch (InvalidOperationException) when (db.HasLostItsConnection())
        {
            throw new RefusedException(KernelRefusals.Away);
        }
    }

    // ON CONFLICT waits for a transaction that holds the same key.
    private static async Task<bool> Claim(PlatformDb db, IdempotentAnswer row, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO idempotent_answers (tenant_id, actor_id, key, request_hash, at, status, body)
            VALUES ({row.TenantId}, {row.ActorId}, {row.Key}, {row.RequestHash}, {row.At}, 0, ''::bytea)
            ON CONFLICT (tenant_id, actor_id, key) DO NOTHING
            """, ct) == 1;

    private async Task AnswerOnce(HttpContext context, PlatformDb db, IdempotentAnswer row, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        var (sink, buffer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sink;
        }

        (row.Status, row.ContentType, row.Body) = (context.Response.StatusCode, context.Response.ContentType, buffer.ToArray());
        (row.Location, row.ETag) = (context.Response.Headers.Location, context.Response.Headers.ETag);
        if (row.Status < 400)
        {
            await Keep(db, row, context.RequestAborted);
            await transaction.CommitAsync(context.RequestAborted);
        }
        else
        {
            await transaction.RollbackAsync(CancellationToken.None);
            // A refusal took back its effects; the answer alone is kept. Failures and "sign in first" may well end differently next time.
            if (row.Status is < 500 and not (401 or 403 or 408 or 412 or 429) && await Claim(db, row, context.RequestAborted))
                await Keep(db, row, context.RequestAborted);
        }

        // Nothing may be written after a 204, not even nothing: Kestrel would drop the connection under the next request.
        if (row.Body.Length > 0) await sink.WriteAsync(row.Body, context.RequestAborted);
    }

    private static Task<int> Keep(PlatformDb db, IdempotentAnswer row, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        UPDATE idempotent_answers SET status = {row.Status}, content_type = {row.ContentType}, body = {row.Body}, location = {row.Location}, e_tag = {row.ETag}
        WHERE tenant_id = {row.TenantId} AND actor_id = {row.ActorId} AND key = {row.Key}
        """, ct);

    private static async Task Repeat(HttpContext context, PlatformDb db, IdempotentAnswer asked)
    {
        var given = await db.Answers.AsNoTracking().SingleAsync(x => x.ActorId == asked.ActorId && x.Key == asked.Key, context.RequestAborted);
        if (given.RequestHash != asked.RequestHash) throw new RefusedException(KernelRefusals.KeyUsedDifferently);
        context.Response.StatusCode = given.Status;
        context.Response.ContentType = given.ContentType;
        if (given.Location is not null) context.Response.Headers.Location = given.Location;
        if (given.ETag is not null) context.Response.Headers.ETag = given.ETag;
        if (given.Body.Length > 0) await context.Response.Body.WriteAsync(given.Body, context.RequestAborted);
    }
}
