using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Doors;

/// <summary>Finds the tenant of a street named in a public address.</summary>
public interface IStreets
{
    /// <returns>Null where no street has this short name.</returns>
    Task<Guid?> Find(string code, CancellationToken ct);
}

/// <summary>At a tokenless endpoint: the street stands elsewhere than in the path, since somebody else's standard says so.</summary>
public sealed record StreetNamedElsewhere(Func<HttpContext, Task<string>> In);

/// <summary>
/// The first lock: who calls and for which tenant is taken from the token alone; a street named in the address counts only for the
/// tokenless endpoints under /public/{street} and for Open311, also when somebody signed in calls them.
/// </summary>
public sealed class EnterByToken(RequestDelegate next)
{
    public const string TenantClaim = "tenant", PersonClaim = "sub";

    public async Task Invoke(HttpContext context, Tenant tenant, Caller caller, IStreets streets)
    {
        var user = context.User.Identity is { IsAuthenticated: true } ? context.User : null;
        if (await StreetNamed(context) is { } street)
        {
            var named = await streets.Find(street, context.RequestAborted) ?? throw new RefusedException(KernelRefusals.UnknownStreet);
            tenant.Enter(named);
            // Somebody of another street is a stranger here.
            if (user is not null && TenantOf(user) != named) user = null;
        }
        else if (user is not null && (TenantOf(user) ?? NamedByService(user, context)) is { } ours)
        {
            tenant.Enter(ours);
        }

        var person = Guid.TryParse(user?.FindFirstValue(PersonClaim), out var id) ? id : (Guid?)null;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path.Value;
        caller.Is(person, $"{context.Request.Method} {route}");
        await next(context);
    }

    private static async Task<string?> StreetNamed(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<DoorAttribute>() is not { Roles: null }) return null;
        return metadata.GetMetadata<StreetNamedElsewhere>() is { } named ? await named.In(context) : context.GetRouteValue("street") as string;
    }

    // A service that asks on nobody's behalf has a token of its own, without a tenant, and names the one that it works for.
    private static Guid? NamedByService(ClaimsPrincipal user, HttpContext context) =>
        user.HasClaim("scope", ServiceToken.Scope) && Guid.TryParse(context.Request.Headers[ServiceToken.TenantHeader], out var id) ? id : null;

    private static Guid? TenantOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(TenantClaim), out var id) && id != Guid.Empty ? id : null;
}
