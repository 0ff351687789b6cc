using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;

namespace Platform.Directory.SignIn;

/// <summary>POST /connect/token. What a client may ask for has been checked by OpenIddict when a request arrives here.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> Handle(HttpContext http, IOpenIddictApplicationManager clients, IStreets streets, People people)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.GrantType == PhoneCodeGrant.Type) return await PhoneCodeGrant.Handle(http, request, streets, people);
        if (request.IsClientCredentialsGrantType()) return await ForClient(http, request, clients, people);
        return await OnOlderToken(http, people);
    }

    // Both have an id, like people, so that what they do is on record; a service has no street, and names the one that it works for.
    private static async Task<IResult> ForClient(HttpContext http, OpenIddictRequest request, IOpenIddictApplicationManager clients, People people)
    {
        var client = (await clients.FindByClientIdAsync(request.ClientId!, http.RequestAborted))!;
        var properties = await clients.GetPropertiesAsync(client, http.RequestAborted);
        var actor = properties[Clients.Actor].GetGuid();
        if (!properties.TryGetValue(Clients.Tenant, out var tenant))
            return Tokens.Issue(actor.ToString(), request.ClientId, null, request.GetScopes());
        return await people.NameOf(tenant.GetGuid(), actor, http.RequestAborted) is { } name
            ? Tokens.Issue(actor.ToString(), name, tenant.GetGuid(), request.GetScopes())
            : Tokens.Refuse(http, DirectoryRefusals.SignInAgain);
    }

    // Code or refresh token: the person may have gone, or changed their name, since it was given.
    private static async Task<IResult> OnOlderToken(HttpContext http, People people)
    {
        var old = (await http.AuthenticateAsync(Tokens.Scheme)).Principal!;
        return Guid.TryParse(old.GetClaim(EnterByToken.PersonClaim), out var person)
            && Guid.TryParse(old.GetClaim(EnterByToken.TenantClaim), out var tenant)
            && await people.NameOf(tenant, person, http.RequestAborted) is { } name
            ? Tokens.Renew(old, person.ToString(), name, tenant)
            : Tokens.Refuse(http, DirectoryRefusals.SignInAgain);
    }
}
