using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Platform.Worlds;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class RouteTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    [Fact]
    public async Task Request_ArrivesAsItWasSent()
    {
        foreach (var service in Routes.Services)
        {
            var told = await world.Member.PutAsJsonAsync($"/api/v1/{service}/things/1?a=b%20c", new { x = 1 }).Told();
            Assert.Equal((service, "PUT", $"/api/v1/{service}/things/1", "?a=b%20c", 7L), (told.Service, told.Method, told.Path, told.Query, told.BodyLength));
        }
    }

    [Fact]
    public async Task SignIn_IsDirectorysBusiness()
    {
        foreach (var path in new[] { "/connect/token", "/account/sign-in", "/account/css/site.css" })
        {
            var told = await world.Anyone.GetAsync(path).Told();
            Assert.Equal(("directory", path, world.Http.Authority), (told.Service, told.Path, told.Headers["host"]));
        }

        Assert.Contains(TestTokens.Issuer, await world.Anyone.GetStringAsync("/.well-known/openid-configuration"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddress_IsAProblemInTheReadersLanguage()
    {
        using var zh = await world.Member.GetAsync("/api/v1/weather").Refused(404, "not-found");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept-Language", "en" } } };
        using var en = await world.Member.SendAsync(request).Refused(404, "not-found");
        Assert.Contains("没有找到", WebUtility.HtmlDecode(await Title(zh)), StringComparison.Ordinal);
        Assert.DoesNotContain("没有找到", await Title(en), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_RunsThroughTheGateway()
    {
        using var click = new Activity("click").Start();
        Assert.Contains(click.TraceId.ToString(), (await world.Member.GetAsync("/api/v1/issues").Told()).Headers["traceparent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceThatIsAway_IsSaidSo_AndTakesWorkAgainWhenItIsBack()
    {
        await using var own = await GatewayWorld.Start();
        var meetings = own.Backends["meetings"];
        var (http, grpc) = (new Uri(meetings.Http).Port, new Uri(meetings.Grpc).Port);
        await meetings.DisposeAsync();
        using var away = await own.Member.PostAsJsonAsync("/api/v1/meetings", new { }).Refused(503, "service.away");
        Assert.NotNull(away.Headers.RetryAfter?.Delta);
        await own.Member.GetAsync("/api/v1/issues").Told();

        own.Backends["meetings"] = await Backend.Start("meetings", http, grpc);
        await Wait.Until(async () => (await own.Member.GetAsync("/api/v1/meetings")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Replicas_AreFollowedWhenTheConfigurationChanges_AndReadsSurviveOneThatDied()
    {
        await using var own = await GatewayWorld.Start();
        await using var second = await Backend.Start("issues, second");
        own.Reconfigure("services:issues:http:1", second.Http);
        await Wait.Until(async () => (await own.Member.GetAsync("/api/v1/issues").Told()).Service == "issues, second", "meet the second replica");

        await own.Backends["issues"].DisposeAsync();
        for (var i = 0; i < 50; i++) Assert.Equal("issues, second", (await own.Member.GetAsync("/api/v1/issues").Told()).Service);
        own.Reconfigure("services:issues:http:0", null);
        await Wait.Until(async () => (await own.Member.PostAsync("/api/v1/issues", null)).IsSuccessStatusCode);
    }

    private static async Task<string> Title(HttpResponseMessage answer) =>
        (string)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]!;
}
