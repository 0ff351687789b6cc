using Xunit;

namespace Platform.Gateway.Tests;

public sealed class HeaderTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    [Fact]
    public async Task Header_ThatTheInsideTrusts_IsNotTakenFromAStranger()
    {
        await using var own = await GatewayWorld.Start(("Gateway:TrustedProxies:0", "192.0.2.0/24"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/issues");
        foreach (var name in new[] { "tenant", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Port", "X-Original-For", "X-Real-IP", "Forwarded" })
            request.Headers.Add(name, "203.0.113.9");
        var told = (await own.Member.SendAsync(request).Told()).Headers;
        Assert.DoesNotContain("203.0.113.9", told.Values);
        Assert.Equal(("127.0.0.1", own.Http.Authority, "http"), (told["x-forwarded-for"], told["x-forwarded-host"], told["x-forwarded-proto"]));
    }

    [Fact]
    public async Task Proxy_ThatIsTrusted_SaysWhomItAsksFor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/issues") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        Assert.Equal("203.0.113.9", (await world.Member.SendAsync(request).Told()).Headers["x-forwarded-for"]);
    }

    [Fact]
    public async Task Answer_TellsBrowsersWhatTheyMayDo()
    {
        using var answer = await world.Member.GetAsync("/api/v1/issues");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        using var refused = await world.Anyone.GetAsync("/api/v1/issues");
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task OverHttps_BrowsersComeBackOverHttps()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/issues") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var overHttps = await world.Member.SendAsync(request);
        Assert.Equal("max-age=31536000; includeSubDomains", overHttps.Headers.GetValues("Strict-Transport-Security").Single());
        using var plain = await world.Member.GetAsync("/api/v1/issues");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task OtherOrigins_AreKeptOut_UnlessTheyAreNamed()
    {
        using var off = await world.Anyone.SendAsync(Preflight());
        Assert.False(off.Headers.Contains("Access-Control-Allow-Origin"));

        await using var own = await GatewayWorld.Start(("Gateway:Cors:Origins:0", "https://app.example"));
        using var on = await own.Anyone.SendAsync(Preflight());
        Assert.Equal("https://app.example", on.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private static HttpRequestMessage Preflight() => new(HttpMethod.Options, "/api/v1/issues")
    {
        Headers = { { "Origin", "https://app.example" }, { "Access-Control-Request-Method", "POST" } },
    };
}
