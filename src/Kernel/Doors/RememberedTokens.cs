using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Kernel.Doors;

/// <summary>
/// Validates a token once and remembers it until it ends: a signature check costs more than all else that a gateway does, and a tenth of a service's short answer. Only valid
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
public sealed class KeysAwayException(Exception inner) : Exception("The issuer's keys are not known.", inner);
