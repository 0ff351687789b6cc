using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Directory.SignIn;

/// <summary>/connect/authorize: whoever is signed in gets a code at once, our own pages need no consent; whoever is not signs in first.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> Handle(HttpContext http, People people)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var signedIn = request.HasPromptValue(PromptValues.Login) ? null : (await http.AuthenticateAsync(SignInSetup.Cookie)).Principal;
        if (await Who(signedIn, people, http.RequestAborted) is var (id, tenant, name))
            return Tokens.Issue(id.ToString(), name, tenant, request.GetScopes());
        return request.HasPromptValue(PromptValues.None)
            ? Tokens.Refuse(http, DirectoryRefusals.SignInAgain, Errors.LoginRequired)
            : Results.Challenge(new AuthenticationProperties { RedirectUri = AskAgain(request) }, [SignInSetup.Cookie]);
    }

    /// <summary>/connect/userinfo</summary>
    public static async Task<IResult> UserInfo(HttpContext http)
    {
        var token = (await http.AuthenticateAsync(Tokens.Scheme)).Principal!;
        return Results.Json(new Dictionary<string, string?>
        {
            [Claims.Subject] = token.GetClaim(Claims.Subject), [Claims.Name] = token.GetClaim(Claims.Name),
            [EnterByToken.TenantClaim] = token.GetClaim(EnterByToken.TenantClaim),
        });
    }

    /// <summary>/connect/logout: out of the sign-in pages too, then back to where the client asked for.</summary>
    public static async Task<IResult> SignOut(HttpContext http)
    {
        await http.SignOutAsync(SignInSetup.Cookie);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/account/logout" }, [Tokens.Scheme]);
    }

    private static async Task<(Guid Id, Guid Tenant, string Name)?> Who(ClaimsPrincipal? signedIn, People people, CancellationToken ct) =>
        signedIn is not null
        && Guid.TryParse(signedIn.FindFirstValue(EnterByToken.PersonClaim), out var person)
        && Guid.TryParse(signedIn.FindFirstValue(EnterByToken.TenantClaim), out var tenant)
        && await people.NameOf(tenant, person, ct) is { } name ? (person, tenant, name) : null;

    // The same question after the sign-in, without the wish to sign in once more.
    private static string AskAgain(OpenIddictRequest request) => $"/connect/authorize{QueryString.Create(
        request.GetParameters().Where(x => x.Key != Parameters.Prompt).Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)))}";
}
