using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Events;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Doors;

/// <summary>
/// Opens a door or not. People's tokens carry the scope `api`; an integrator's carries `issues.read`, `issues.write` and the like, and beyond
/// that the client needs the role just as a person would.
/// </summary>
public sealed class DoorHandler(IHttpContextAccessor http, ServiceName service, Caller caller, Tenant tenant, MembershipMemory memory, IMemberships memberships)
    : AuthorizationHandler<DoorRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DoorRequirement requirement)
    {
        if (http.HttpContext is not { } request || !tenant.IsEntered || caller.Id is not { } person) return;
        if (context.User.HasClaim("scope", ServiceToken.Scope))
        {
            // A service of ours on nobody's behalf: a member of the tenant that it named, with no role in it.
            if (requirement.Roles.Count == 0) context.Succeed(requirement);
        }
        else if (ScopeOpens(context.User, request.Request.Method))
        {
            caller.Memberships = await memory.Of(tenant.Id, person, memberships, request.RequestAborted);
            if (requirement.Roles.Count == 0 || caller.Memberships.Any(x => requirement.Roles.Contains(x.Role))) context.Succeed(requirement);
        }
    }

    private bool ScopeOpens(ClaimsPrincipal user, string method)
    {
        var scopes = user.FindFirstValue("scope")?.Split(' ') ?? [];
        var reading = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        return scopes.Contains("api") || scopes.Contains($"{service.Value}.write") || reading && scopes.Contains($"{service.Value}.read");
    }
}
