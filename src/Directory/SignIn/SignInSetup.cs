using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Platform.Directory.Data;

namespace Platform.Directory.SignIn;

/// <summary>OpenIddict as the issuer of every token of the platform, ASP.NET Core Identity for passwords, a cookie for the sign-in pages.</summary>
internal static class SignInSetup
{
    public const string Cookie = "sign-in";

    public static void AddSignIn(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton<PlatformKeys>().AddScoped<Accounts>().AddScoped<People>().AddScoped<Clients>();
        services.AddDataProtection().SetApplicationName("platform").PersistKeysToFileSystem(PlatformKeys.RingIn(settings.KeyDirectory));
        services.AddRazorComponents();
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.Path) = ("directory-form", "/account"));
        services.AddIdentityCore<Account>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        }).AddEntityFrameworkStores<DirectoryDb>();
        services.AddAuthentication().AddCookie(Cookie, options =>
        {
            options.Cookie.Name = "directory-sign-in";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.LoginPath = "/account/login";
            options.ReturnUrlParameter = "returnUrl";
        });
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DirectoryDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => Configure(server, settings));
        // Keys and clock are known once the host is composed.
        services.AddOptions<OpenIddictServerOptions>().Configure<PlatformKeys, TimeProvider>((options, keys, clock) =>
        {
            options.SigningCredentials.Add(keys.TokenSigning);
            options.EncryptionCredentials.Add(keys.TokenEncryption);
            options.TimeProvider = clock;
        });
        if (!PeriodicPruning.IsOff(builder.Configuration)) services.AddHostedService<PeriodicPruning>();
    }

    /// <summary>Directory knows its own key: it need not ask itself. Called before the kernel sets up tokens, which keeps what is there.</summary>
    public static void TrustOwnTokens(this IServiceCollection services, Settings settings) =>
        services.AddOptions<JwtBearerOptions>("Bearer").Configure<PlatformKeys>((options, keys) =>
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                new OpenIdConnectConfiguration { Issuer = settings.Issuer.AbsoluteUri, SigningKeys = { keys.TokenSigning.Key } }));

    private static void Configure(OpenIddictServerBuilder server, Settings settings)
    {
        server.SetIssuer(settings.Issuer)
            .SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo").SetEndSessionEndpointUris("connect/logout")
            .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowRefreshTokenFlow().AllowClientCredentialsFlow().AllowCustomFlow(PhoneCodeGrant.Type)
            .RegisterScopes(Scopes.All)
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(30)).SetRefreshTokenLifetime(TimeSpan.FromDays(14))
            .DisableAccessTokenEncryption()
            .Configure(options => options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain));
        var host = server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough().EnableEndSessionEndpointPassthrough();
        if (settings.PlainHttp) host.DisableTransportSecurityRequirement();
    }
}
