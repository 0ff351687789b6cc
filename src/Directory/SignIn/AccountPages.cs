using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Platform.Directory.SignIn;

/// <summary>/account/login and /account/logout: pages of Directory itself, reached through the gateway.</summary>
internal static class AccountPages
{
    public static RazorComponentResult<LoginPage> ShowLogin(HttpContext http, IAntiforgery antiforgery, Settings settings, string? returnUrl) =>
        Login(http, antiforgery, settings, returnUrl, null, null);

    public static async Task<IResult> Login(HttpContext http, IAntiforgery antiforgery, Accounts accounts, Settings settings, string? returnUrl)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Login(http, antiforgery, settings, returnUrl, null, "expired");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (name, password) = (form["account"].ToString().Trim(), form["password"].ToString());
        var (outcome, who) = name.Length is 0 or > 100 || password.Length is 0 or > 200
            ? (SignInOutcome.Wrong, null) : await accounts.SignIn(name, password, http.RequestAborted);
        if (who is null) return Login(http, antiforgery, settings, returnUrl, name, outcome is SignInOutcome.Locked ? "locked" : "wrong");
        await http.SignInAsync(SignInSetup.Cookie, who);
        return IsLocal(returnUrl) ? Results.LocalRedirect(returnUrl!) : Results.Redirect(settings.Web.AbsoluteUri);
    }

    /// <summary>Ends the session of the sign-in pages; tokens that were given live on until they end.</summary>
    public static async Task<RazorComponentResult<LoggedOutPage>> Logout(HttpContext http, Settings settings)
    {
        await http.SignOutAsync(SignInSetup.Cookie);
        Guard(http, settings);
        return new RazorComponentResult<LoggedOutPage>(new { Home = settings.Web.AbsoluteUri });
    }

    public static string Query(string? returnUrl, string culture) => QueryString.Create(
        new Dictionary<string, string?> { ["culture"] = culture, ["returnUrl"] = returnUrl }.Where(x => x.Value is not null)).Value!;

    private static RazorComponentResult<LoginPage> Login(
        HttpContext http, IAntiforgery antiforgery, Settings settings, string? returnUrl, string? account, string? problem)
    {
        Guard(http, settings);
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new RazorComponentResult<LoginPage>(new
        {
            ReturnUrl = IsLocal(returnUrl) ? returnUrl : null, Account = account, Problem = problem, TokenField = tokens.FormFieldName, Token = tokens.RequestToken!,
        })
        { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    // form-action names Web too: a browser applies it to the redirects that follow a sign-in.
    private static void Guard(HttpContext http, Settings settings)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = string.Create(CultureInfo.InvariantCulture,
            $"default-src 'none'; style-src 'self'; form-action 'self' {settings.Web.GetLeftPart(UriPartial.Authority)}; base-uri 'none'; frame-ancestors 'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    private static bool IsLocal(string? url) => url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
