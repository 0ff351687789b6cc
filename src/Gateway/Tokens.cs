using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Gateway;

/// <summary>The two doors of the gateway. Which role may do what is each service's own business.</summary>
internal static class Doors
{
    /// <summary>A valid token is needed.</summary>
    public const string Token = "token";

    /// <summary>No token is needed, but a bad one is refused: its sender believes to be signed in.</summary>
    public const string Public = "public";

    public static IServiceCollection AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTokenValidation(configuration);
        services.AddOptions<JwtBearerOptions>("Bearer").Configure(options => options.Events = new JwtBearerEvents { OnChallenge = Challenge });
        services.AddAuthorizationBuilder()
            .AddPolicy(Token, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Public, policy => policy.RequireAssertion(async x =>
                x.Resource is HttpContext context && (await context.AuthenticateAsync()).Failure is null));
        return services;
    }

    private static Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var failure = context.AuthenticateFailure;
        context.Response.Headers.WWWAuthenticate = failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return context.HttpContext.Refuse(failure switch
        {
            null => KernelRefusals.NotSignedIn,
            KeysAwayException => KernelRefusals.Away,
            _ => GatewayRefusals.BadToken,
        });
    }
}
