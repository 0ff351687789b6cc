using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Doors;

/// <summary>Puts on record who was refused what, one by one (OWASP ASVS 5.0, 16.3.2): here what a door itself refuses, beside it what a feature or a question does.</summary>
internal sealed class ClosedDoors(ILogger<ClosedDoors> log) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _answers = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden) log.TellOfClosedDoor(context, context.GetEndpoint()?.DisplayName);
        return _answers.HandleAsync(next, context, policy, authorizeResult);
    }
}

internal static class ClosedDoorsLog
{
    public static void TellOfClosedDoor(this ILogger log, HttpContext http, string? door) => log.LogInformation(
        "{Door} is closed to {Person} of street {Street}", door, http.RequestServices.GetService<Caller>()?.Id,
        http.RequestServices.GetService<Tenant>() is { IsEntered: true } tenant ? tenant.Id : null);
}
