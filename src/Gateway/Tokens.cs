using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
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
        services.AddOptions<JwtBearerOptions>("Bearer").Configure<TimeProvider>((options, clock) =>
        {
            options.TokenHandlers.Clear();
            options.TokenHandlers.Add(new RememberedTokens(clock));
            options.Events = new JwtBearerEvents { OnChallenge = Challenge };
        });
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

/// <summary>
/// Validates a token once and remembers it until it ends: a signature check costs more than all else that the gateway does. Only valid
/// tokens are remembered, so nobody can fill the memory with rubbish.
/// </summary>
internal sealed class RememberedTokens(TimeProvider clock) : TokenHandler, IDisposable
{
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(1);
    private readonly JsonWebTokenHandler _validator = new() { MapInboundClaims = false };
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_known.TryGetValue(token, out TokenValidationResult? known) && known!.SecurityToken.ValidTo > clock.GetUtcNow().UtcDateTime) return known;
        await KeysMustBeKnown(validationParameters);
        var result = await _validator.ValidateTokenAsync(token, validationParameters);
        // Reading the identity makes it: a shared one must be complete.
        if (result.IsValid && result.ClaimsIdentity is not null && result.SecurityToken.ValidTo > clock.GetUtcNow().UtcDateTime)
            _known.Set(token, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = AtMost });
        return result;
    }

    public void Dispose() => _known.Dispose();

    public override SecurityToken ReadToken(string token) => _validator.ReadToken(token);

    // Without Directory's keys every token would look forged; that is no fault of the token.
    private static async Task KeysMustBeKnown(TokenValidationParameters parameters)
    {
        if (parameters.ConfigurationManager is null) return;
        try { await parameters.ConfigurationManager.GetBaseConfigurationAsync(CancellationToken.None); }
        catch (InvalidOperationException e) { throw new KeysAwayException(e); }
    }
}

/// <summary>Directory has not told its signing keys yet.</summary>
internal sealed class KeysAwayException(Exception inner) : Exception("The issuer's keys are not known.", inner);
