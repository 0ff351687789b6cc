using Platform.Kernel.Refusals;

namespace Platform.Issues.Open311;

/// <summary>The two formats of an address's end.</summary>
internal static class Formats
{
    /// <summary>This door answers so, as .json and as .xml; any other ending leads nowhere.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder door) => door
        .Produces<T>(StatusCodes.Status200OK, "application/json", "text/xml")
        .AddEndpointFilter(async (context, next) => context.HttpContext.GetRouteValue("format") is "json" or "xml"
            ? await next(context) : throw new RefusedException(KernelRefusals.NotFound));
}
