using Platform.Kernel.Doors;

namespace Platform.Directory.SignIn;

/// <summary>The doors of signing in. All are open to anyone: what they check is the very thing that a token would prove.</summary>
internal static class SignInEndpoints
{
    private static readonly string[] GetAndPost = [HttpMethods.Get, HttpMethods.Post];

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var doors = app.MapGroup("").ForAnyone().ExcludeFromDescription();
        doors.MapMethods("/connect/authorize", GetAndPost, AuthorizeEndpoint.Handle);
        doors.MapPost("/connect/token", TokenEndpoint.Handle);
        doors.MapMethods("/connect/userinfo", GetAndPost, (Delegate)AuthorizeEndpoint.UserInfo);
        doors.MapMethods("/connect/logout", GetAndPost, (Delegate)AuthorizeEndpoint.SignOut);
        doors.MapGet("/account/login", AccountPages.ShowLogin);
        doors.MapPost("/account/login", AccountPages.Login).DisableAntiforgery();
        doors.MapGet("/account/logout", AccountPages.Logout);
        doors.MapGet("/account/style.css", () => Results.Stream(
            typeof(SignInEndpoints).Assembly.GetManifestResourceStream("account.css")!, "text/css"));
    }

    /// <summary>
    /// Through the gateway or straight from a service: addresses that the sign-in parts compose are the issuer's, whatever host was asked.
    /// </summary>
    public static void UseIssuersAddress(this IApplicationBuilder app, Settings settings) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/connect") || http.Request.Path.StartsWithSegments("/account") || http.Request.Path.StartsWithSegments("/.well-known"))
            (http.Request.Scheme, http.Request.Host) = (settings.Issuer.Scheme, HostString.FromUriComponent(settings.Issuer));
        return next(http);
    });
}
