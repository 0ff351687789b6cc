using Microsoft.IdentityModel.Tokens;
using Platform.Worlds;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class TokenTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    [Theory]
    [InlineData("expired"), InlineData("not yet valid"), InlineData("another key"), InlineData("no signature"), InlineData("another issuer")]
    [InlineData("another audience"), InlineData("another type"), InlineData("another algorithm"), InlineData("rubbish")]
    public async Task Token_ThatProvesNothing_OpensNoDoor(string flaw)
    {
        using var http = world.As(Flawed(flaw));
        using var own = await http.GetAsync("/api/v1/issues").Refused(401, "auth.token-invalid");
        Assert.Contains("invalid_token", own.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        // Whoever believes to be signed in is told, also where no token is needed.
        using var open = await http.GetAsync("/api/v1/issues/public/zhangmiao/board").Refused(401, "auth.token-invalid");
    }

    [Fact]
    public async Task NoToken_OpensPublicDoorsOnly()
    {
        foreach (var service in Routes.Services)
        {
            using var refused = await world.Anyone.GetAsync($"/api/v1/{service}/things").Refused(401, "auth.not-signed-in");
            Assert.Equal(service, (await world.Anyone.GetAsync($"/api/v1/{service}/public/zhangmiao/things").Told()).Service);
        }
    }

    [Fact]
    public async Task Path_ThatOnlyLooksPublic_NeedsAToken()
    {
        foreach (var path in new[] { "/api/v1/issues/publicity", "/api/v1/issues/x/public/zhangmiao", "/api/v1/issues/public/../things", "/api/v1/issues/%70ublicX/a" })
            using (await world.Anyone.GetAsync(path).Refused(401, "auth.not-signed-in")) { }
    }

    [Fact]
    public async Task ValidToken_TravelsOnToTheService() =>
        Assert.StartsWith("Bearer ", (await world.Member.GetAsync("/api/v1/issues").Told()).Headers["authorization"], StringComparison.Ordinal);

    [Fact]
    public async Task RememberedToken_EndsWhenItsTimeIsOver()
    {
        await using var own = await GatewayWorld.Start();
        using var http = own.As(TestTokens.For(own.Person, own.Street, change: x => x.Expires = own.Clock.GetUtcNow().AddMinutes(10).UtcDateTime));
        await http.GetAsync("/api/v1/issues").Told();
        own.Clock.Pass(TimeSpan.FromMinutes(9));
        await http.GetAsync("/api/v1/issues").Told();
        own.Clock.Pass(TimeSpan.FromMinutes(2));
        using var over = await http.GetAsync("/api/v1/issues").Refused(401, "auth.token-invalid");
    }

    [Fact]
    public async Task Keys_ThatNobodyCouldTellUs_AreNoFaultOfTheToken()
    {
        await using var own = await GatewayWorld.Start();
        var directory = own.Backends["directory"];
        var (http, grpc) = (new Uri(directory.Http).Port, new Uri(directory.Grpc).Port);
        await directory.DisposeAsync();
        using var away = await own.Member.GetAsync("/api/v1/issues").Refused(503, "service.away");
        Assert.NotNull(away.Headers.RetryAfter);

        own.Backends["directory"] = await Backend.Start("directory", http, grpc);
        await Wait.Until(async () => (await own.Member.GetAsync("/api/v1/issues")).IsSuccessStatusCode);
    }

    private string Flawed(string flaw) => flaw switch
    {
        "expired" => Minted(x => x.Expires = world.Clock.GetUtcNow().AddMinutes(-1).UtcDateTime),
        "not yet valid" => Minted(x => x.NotBefore = world.Clock.GetUtcNow().AddMinutes(10).UtcDateTime),
        "another key" => TestTokens.Forged(world.Person, world.Street),
        "no signature" => Minted(x => x.SigningCredentials = null),
        "another issuer" => Minted(x => x.Issuer = "http://elsewhere/"),
        "another audience" => Minted(x => x.Audience = "elsewhere"),
        "another type" => Minted(x => x.TokenType = "JWT"),
        "another algorithm" => Minted(x => x.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256)),
        _ => "rubbish",
    };

    private string Minted(Action<SecurityTokenDescriptor> change) => TestTokens.For(world.Person, world.Street, change: change);
}
