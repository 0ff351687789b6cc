using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Directory.SignIn;

/// <summary>What stands in the platform's tokens: who, which street, what it is called, what was granted. No roles: those are asked.</summary>
internal static class Tokens
{
    public const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>A token for someone who just proved who they are.</summary>
    public static IResult Issue(string subject, string? name, Guid? tenant, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(Scheme, Claims.Name, Claims.Role);
        identity.SetScopes(scopes);
        return Issue(identity, subject, name, tenant);
    }

    /// <summary>A token on the strength of an older one, whose grants it keeps.</summary>
    public static IResult Renew(ClaimsPrincipal old, string subject, string name, Guid tenant) =>
        Issue(new ClaimsIdentity(old.Claims, Scheme, Claims.Name, Claims.Role), subject, name, tenant);

    /// <summary>No token, and why: invalid_grant with our code and sentence beside it.</summary>
    public static IResult Refuse(HttpContext http, Refusal refusal, string error = Errors.InvalidGrant)
    {
        var texts = http.RequestServices.GetRequiredService<RefusalTexts>();
        var why = new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = texts.Of(refusal),
        });
        why.SetParameter("code", (OpenIddictParameter)refusal.Code);
        return Results.Forbid(why, [Scheme]);
    }

    private static IResult Issue(ClaimsIdentity identity, string subject, string? name, Guid? tenant)
    {
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name).SetClaim(EnterByToken.TenantClaim, tenant?.ToString());
        identity.SetResources(DoorSetup.Audience);
        identity.SetDestinations(claim => claim.Type is Claims.Subject or Claims.Name or EnterByToken.TenantClaim
            ? [Destinations.AccessToken, Destinations.IdentityToken] : [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, Scheme);
    }
}
