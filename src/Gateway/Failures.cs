using Platform.Kernel.Refusals;
using Yarp.ReverseProxy.Forwarder;

namespace Platform.Gateway;

/// <summary>
/// What the caller hears when a service did not answer: the problem that every part of the platform would write. A read that met a dead
/// replica is asked of another one first; a write is not, since nobody knows how far it came.
/// </summary>
internal sealed class Failures(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is { Error: ForwarderError.Request } && MayTryAgain(context)) await next(context);
        if (context.GetForwarderErrorFeature() is not { } failure || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;

        await context.Refuse(failure.Error switch
        {
            ForwarderError.RequestTimedOut => KernelRefusals.Away with { Status = StatusCodes.Status504GatewayTimeout },
            ForwarderError.RequestBodyClient => KernelRefusals.Of(context.Response.StatusCode is 413 ? 413 : 400),
            _ => KernelRefusals.Away,
        });
    }

    private static bool MayTryAgain(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Response.HasStarted) return false;
        var proxy = context.GetReverseProxyFeature();
        var others = proxy.AllDestinations.Where(x => x != proxy.ProxiedDestination).ToList();
        if (others.Count == 0) return false;

        proxy.AvailableDestinations = others;
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.StatusCode = StatusCodes.Status200OK;
        return true;
    }
}
