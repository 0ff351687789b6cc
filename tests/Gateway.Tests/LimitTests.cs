using System.Net.Http.Json;
using Platform.Worlds;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class LimitTests
{
    private static readonly (string, string) FewEach = ("Gateway:Limits:Subject:Burst", "3"), Slow = ("Gateway:Limits:Subject:PerSecond", "1");

    [Fact]
    public async Task Person_WhoAsksTooOften_IsToldWhenToComeBack_AndNobodyElseIs()
    {
        await using var world = await GatewayWorld.Start(FewEach, Slow);
        for (var i = 0; i < 3; i++) await world.Member.GetAsync("/api/v1/issues").Told();
        using var refused = await world.Member.GetAsync("/api/v1/issues").Refused(429, "request.too-many");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);

        using var neighbour = world.As(TestTokens.For(Guid.CreateVersion7(), world.Street));
        await neighbour.GetAsync("/api/v1/issues").Told();
        await Wait.Until(async () => (await world.Member.GetAsync("/api/v1/issues")).IsSuccessStatusCode, "be let in again");
    }

    [Fact]
    public async Task Street_WhosePeopleAskTooOften_DoesNotSlowAnother()
    {
        await using var world = await GatewayWorld.Start(("Gateway:Limits:Tenant:Burst", "4"), ("Gateway:Limits:Tenant:PerSecond", "1"));
        for (var i = 0; i < 4; i++)
        {
            using var each = world.As(TestTokens.For(Guid.CreateVersion7(), world.Street));
            await each.GetAsync("/api/v1/issues").Told();
        }

        using var refused = await world.Member.GetAsync("/api/v1/issues").Refused(429, "request.too-many");
        using var elsewhere = world.As(TestTokens.For(Guid.CreateVersion7(), Guid.CreateVersion7()));
        await elsewhere.GetAsync("/api/v1/issues").Told();
    }

    [Fact]
    public async Task Knocking_WithoutAToken_IsLimitedBeforeReadingIs()
    {
        await using var world = await GatewayWorld.Start(("Gateway:Limits:Knocking:Burst", "2"), ("Gateway:Limits:Knocking:PerSecond", "1"));
        foreach (var path in new[] { "/api/v1/directory/public/zhangmiao/codes", "/account/sign-in" })
            await world.Anyone.PostAsJsonAsync(path, new { }).Told();
        using var refused = await world.Anyone.PostAsJsonAsync("/api/v1/issues/public/zhangmiao/receipts", new { }).Refused(429, "request.too-many");
        await world.Anyone.GetAsync("/api/v1/issues/public/zhangmiao/board").Told();

        using var other = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        await world.Anyone.SendAsync(other).Told();
    }

    /// <summary>In the address or in the form, it is the same key; and who makes up keys is counted by the address all the same.</summary>
    [Fact]
    public async Task Open311Key_ThatPostsTooOften_IsRefused_AndNoOtherIs()
    {
        await using var world = await GatewayWorld.Start(("Gateway:Limits:Key:Burst", "2"), ("Gateway:Limits:Key:PerSecond", "1"), ("Gateway:Limits:Knocking:Burst", "1"),
            ("Gateway:Limits:Address:Burst", "6"), ("Gateway:Limits:Address:PerSecond", "1"));
        Task<HttpResponseMessage> Post(string key) => world.Anyone.PostAsync("/open311/v2/requests.json", new FormUrlEncodedContent(new Dictionary<string, string> { ["api_key"] = key }));
        await Post("a").Told();
        await world.Anyone.GetAsync("/open311/v2/requests.json?api_key=a").Told();
        using var refused = await Post("a");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.StartsWith("[{\"code\":429,\"description\":\"request.too-many: ", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Post("b").Told();
        await Post("c").Told();
        await Wait.Until(async () => (int)(await Post($"{Guid.CreateVersion7()}")).StatusCode is 429, "be refused by the address");
    }

    [Fact]
    public async Task Address_ThatAsksTooOftenWithoutAToken_IsRefused_AlsoWithRubbishForOne()
    {
        await using var world = await GatewayWorld.Start(("Gateway:Limits:Address:Burst", "3"), ("Gateway:Limits:Address:PerSecond", "1"));
        using var rubbish = world.As("rubbish");
        for (var i = 0; i < 3; i++) using (await rubbish.GetAsync("/api/v1/issues").Refused(401, "auth.token-invalid")) { }
        using var refused = await world.Anyone.GetAsync("/api/v1/issues/public/zhangmiao/board").Refused(429, "request.too-many");
    }
}
