using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Platform.Web.Gateway;

namespace Platform.Web.SignIn;

/// <summary>The addresses of signing in and out. Only addresses on this site are ever returned to.</summary>
public static class SignInDoors
{
    private static readonly string[] Staff = ["/console", "/screen", "/operations"];

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", In).AllowAnonymous();
        app.MapPost("/sign-out", Out).AllowAnonymous();
    }

    /// <summary>Where someone who must sign in is sent: staff to their account, residents to their phone's code.</summary>
    public static string For(PathString path, string returnUrl)
    {
        var back = "returnUrl=" + Uri.EscapeDataString(Local(returnUrl));
        var street = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return street is null || Staff.Any(x => path.StartsWithSegments(x)) ? $"/sign-in?{back}" : $"/{street}/sign-in?{back}";
    }

    /// <summary>The address if it is on this site, else the start page: a link in a mail must not lead elsewhere after sign-in.</summary>
    public static string Local(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
        && !url.Any(char.IsControl) ? url : "/";

    private static async Task In(HttpContext context, string? returnUrl)
    {
        try
        {
            await context.ChallengeAsync(SignInSetup.OpenId, new AuthenticationProperties { RedirectUri = Local(returnUrl ?? "/console") });
        }
        catch (Exception e) when (e is InvalidOperationException || e.IsAway())
        {
            // Directory is not up yet: the metadata is asked for again next time.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task Out(HttpContext context, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        var back = Local((await context.Request.ReadFormAsync())["returnUrl"]);
        var account = await context.GetTokenAsync("id_token") is not null;
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (account)
        {
            try
            {
                await context.SignOutAsync(SignInSetup.OpenId, new AuthenticationProperties { RedirectUri = back });
                return;
            }
            catch (Exception e) when (e is InvalidOperationException || e.IsAway())
            {
                // Signed out here all the same; Directory's own session ends by itself.
            }
        }
        context.Response.Redirect(back);
    }
}
