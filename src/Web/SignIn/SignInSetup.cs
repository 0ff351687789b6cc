using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Platform.Web.Gateway;

namespace Platform.Web.SignIn;

/// <summary>
/// Two ways in, one cookie: OpenID Connect with a platform account (authorization code, PKCE, no secret), and phone + one-time
/// code for residents without one. Both leave the platform's tokens in the cookie's encrypted ticket; nothing is kept in a process.
/// </summary>
public static class SignInSetup
{
    public const string ClientId = "web";
    public const string OpenId = "openid";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // A ring of its own beside Directory's: what one of them protects the other cannot open.
        var ring = services.AddDataProtection().SetApplicationName("platform-web");
        if (builder.Configuration["Platform:KeyDirectory"] is { Length: > 0 } keys)
            ring.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(keys, "data-protection-web")));

        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddScoped<TokenRefresh>();
        services.AddScoped<PhoneSignIn>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SetCookie)
            .AddOpenIdConnect(OpenId, options => SetOpenId(options, builder.Configuration.Issuer()));
        // The metadata and token doors are asked through service discovery; a failed fetch is tried again on the next sign-in.
        services.AddOptions<OpenIdConnectOptions>(OpenId).Configure<IHttpClientFactory>((options, http) =>
            options.Backchannel = http.CreateClient(GatewayClients.Backchannel));
        services.AddAntiforgery(options => Guard(options.Cookie, "gz-form"));
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        Guard(options.Cookie, "gz-session");
        // A browser's session runs in real time: moving the platform's clock by a week does not sign everybody out.
        options.TimeProvider = TimeProvider.System;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<TokenRefresh>().Check(context);
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(SignInDoors.For(context.Request.Path, context.Request.PathBase + context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void SetOpenId(OpenIdConnectOptions options, Uri issuer)
    {
        options.Authority = issuer.ToString();
        options.RequireHttpsMetadata = !issuer.IsLoopback;
        options.ClientId = ClientId;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "name";
        // It comes fresh from the token door, bound to this browser by nonce and code; a demonstration's clock may differ from the issuer's.
        options.TokenValidationParameters.ValidateLifetime = false;
        options.SignedOutRedirectUri = "/";
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "api", "offline_access"])
            options.Scope.Add(scope);
        Guard(options.CorrelationCookie, null);
        Guard(options.NonceCookie, null);
        // A cancelled or stale sign-in is no crash: back to the start, with a word about it.
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect("/sign-in/failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static void Guard(CookieBuilder cookie, string? name)
    {
        cookie.Name = name ?? cookie.Name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
