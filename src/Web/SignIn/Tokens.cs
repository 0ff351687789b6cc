using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;

namespace Platform.Web.SignIn;

/// <summary>What the token door answers.</summary>
public sealed record Tokens
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("id_token")]
    public string? IdToken { get; init; }

    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    /// <summary>Puts the tokens into the ticket under the names that <c>SaveTokens</c> uses, keeping an older refresh or id token.</summary>
    public void PutInto(AuthenticationProperties ticket, DateTimeOffset now)
    {
        var kept = ticket.GetTokens().ToDictionary(x => x.Name, x => x.Value);
        kept["access_token"] = AccessToken;
        kept["expires_at"] = now.AddSeconds(ExpiresIn).ToString("o", CultureInfo.InvariantCulture);
        if (RefreshToken is not null) kept["refresh_token"] = RefreshToken;
        if (IdToken is not null) kept["id_token"] = IdToken;
        ticket.StoreTokens(kept.Select(x => new AuthenticationToken { Name = x.Key, Value = x.Value }));
    }
}
