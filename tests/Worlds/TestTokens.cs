using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel.Doors;

namespace Platform.Worlds;

/// <summary>Mints tokens that services believe, and such as they must not.</summary>
public static class TestTokens
{
    public const string Issuer = "http://issuer.test/";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    /// <summary>What a service asks its issuer for, without an issuer.</summary>
    public static IConfigurationManager<OpenIdConnectConfiguration> Configuration { get; } = Published();

    public static string For(Guid person, Guid? tenant, string scope = "api", Action<SecurityTokenDescriptor>? change = null)
    {
        var claims = new Dictionary<string, object> { [EnterByToken.PersonClaim] = person.ToString(), ["scope"] = scope };
        if (tenant is { } id) claims[EnterByToken.TenantClaim] = id.ToString();
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = DoorSetup.Audience, TokenType = "at+jwt", Claims = claims,
            NotBefore = DateTime.UnixEpoch.AddYears(30), Expires = DateTime.UnixEpoch.AddYears(100),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>Signed by somebody else.</summary>
    public static string Forged(Guid person, Guid tenant)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa.ExportParameters(true)) { KeyId = "test" };
        return For(person, tenant, change: x => x.SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
    }

    private static StaticConfigurationManager<OpenIdConnectConfiguration> Published()
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(Key);
        return new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
    }
}
