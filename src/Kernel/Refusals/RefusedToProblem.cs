using Grpc.Core;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;

namespace Platform.Kernel.Refusals;

/// <summary>Turns a refusal into problem details (RFC 9457) with its code. What is not a refusal stays a 500 and is logged.</summary>
public sealed class RefusedToProblem(IProblemDetailsService problems, RefusalTexts texts, ILogger<RefusedToProblem> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var refusal = exception switch
        {
            RefusedException refused => refused.Refusal,
            DbUpdateConcurrencyException => KernelRefusals.Stale,
            BadHttpRequestException { StatusCode: var status } => KernelRefusals.Of(status),
            // A service that we must ask is away: ours to say so, the caller's to try again.
            RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded } => KernelRefusals.Away,
            _ when OfOurDatabase(exception) => KernelRefusals.Away,
            InvalidOperationException when httpContext.RequestServices.GetService<PlatformDb>()?.HasLostItsConnection() is true => KernelRefusals.Away,
            _ when IsNoText(exception) => KernelRefusals.Malformed,
            _ => null,
        };
        if (refusal is null) return ValueTask.FromResult(false);
        if (refusal.Status == StatusCodes.Status403Forbidden)
            log.TellOfClosedDoor(httpContext, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName);

        httpContext.Response.StatusCode = refusal.Status;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails
            {
                Status = refusal.Status, Title = texts.Of(refusal), Extensions = { ["code"] = refusal.Code },
            },
        });
    }

    /// <summary>A text with U+0000 in it, which PostgreSQL keeps in none: JSON may hold it, and whoever sent it is told.</summary>
    private static bool IsNoText(Exception? thrown) =>
        thrown is not null && (thrown is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } || IsNoText(thrown.InnerException));

    /// <summary>It is away, or lost this one connection: EF Core wraps what says so.</summary>
    internal static bool OfOurDatabase(Exception? thrown) => thrown is not null
        && (thrown is NpgsqlException { IsTransient: true } || (thrown as RefusedException)?.Refusal.Code == KernelRefusals.Away.Code || OfOurDatabase(thrown.InnerException));
}
