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

    /// <summary>Without a token, for GET and POST; the form arrives whole, though the gateway looked for the key in it.</summary>
    [Fact]
    public async Task Open311_IsIssuesBusiness_AndItsErrorsHaveItsShape()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["api_key"] = "o3-x", ["description"] = "井盖" });
        var length = form.Headers.ContentLength;
        var told = await world.Anyone.PostAsync("/open311/v2/requests.json?jurisdiction_id=zhangmiao", form).Told();
        Assert.Equal(("issues", "/open311/v2/requests.json", "?jurisdiction_id=zhangmiao", length), (told.Service, told.Path, told.Query, (long?)told.BodyLength));
        Assert.Equal("/open311/discovery.xml", (await world.Anyone.GetAsync("/open311/discovery.xml").Told()).Path);

        using var bad = new HttpRequestMessage(HttpMethod.Get, "/open311/v2/requests.xml") { Headers = { { "Authorization", "Bearer nonsense" } } };
        using var refused = await world.Anyone.SendAsync(bad);
        Assert.Equal((401, "text/xml"), ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<errors><error><code>401</code><description>auth.token-invalid: ", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
