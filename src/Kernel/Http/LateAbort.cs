using Microsoft.AspNetCore.Http;

namespace Platform.Kernel.Http;

/// <summary>
/// What was begun for somebody who leaves in the middle is given up a second later, not at once. Nearly all of it is over by then; and to give up a
/// statement takes a connection of its own to PostgreSQL, which a thread of the pool makes and waits for: where a few dozen people left together, a
/// service of two threads answered nobody for two seconds.
/// </summary>
internal sealed class LateAbort(RequestDelegate next)
{
    /// <summary>Longer than nearly all that anybody asks for, shorter than what would be missed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public async Task Invoke(HttpContext context)
    {
        using var late = new CancellationTokenSource();
        await using var left = context.RequestAborted.UnsafeRegister(static x => ((CancellationTokenSource)x!).CancelAfter(Grace), late);
        context.RequestAborted = late.Token;
        await next(context);
    }
}
