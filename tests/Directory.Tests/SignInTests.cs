using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Platform.Directory.Demo;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class SignInTests(DirectoryWorld world)
{
    [Fact]
    public async Task AuthorizationCode_WithPkce_GivesATokenThatOpensDoors()
    {
        using var browser = new Browser(world);
        var code = await browser.CodeFor("staff", Demonstration.Password);

        var (status, body) = await Exchange(code, browser.Verifier);

        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken(body.GetProperty("access_token").GetString());
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal(DirectoryWorld.Issuer, token.Issuer);
        Assert.Equal(["platform"], token.Audiences);
        Assert.Equal(DirectoryWorld.Person(5).ToString(), token.Subject);
        Assert.Equal(DirectoryWorld.Zhangmiao.ToString(), token.GetClaim("tenant").Value);
        Assert.Equal(world.Clock.GetUtcNow().AddMinutes(30), token.ValidTo, TimeSpan.FromSeconds(2));
        using var http = world.With(body.GetProperty("access_token").GetString()!);
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/directory/me");
        Assert.Equal("赵敏", me.GetProperty("name").GetString());
        Assert.Equal("CommitteeStaff", me.GetProperty("memberships")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task AuthorizationCode_WithoutTheRightVerifier_OrTwice_IsRefused()
    {
        using var browser = new Browser(world);
        var code = await browser.CodeFor("staff", Demonstration.Password);

        Assert.Equal(HttpStatusCode.BadRequest, (await Exchange(code, new string('x', 43))).Status);

        using var other = new Browser(world);
        code = await other.CodeFor("staff", Demonstration.Password);
        Assert.Equal(HttpStatusCode.OK, (await Exchange(code, other.Verifier)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Exchange(code, other.Verifier)).Status);
    }

    [Fact]
    public async Task RefreshToken_GivesAnotherToken_ForTheSamePerson()
    {
        using var browser = new Browser(world);
        var (_, first) = await Exchange(await browser.CodeFor("resident", Demonstration.Password), browser.Verifier);

        var (status, second) = await world.Token(
            ("grant_type", "refresh_token"), ("client_id", "web"), ("refresh_token", first.GetProperty("refresh_token").GetString()!));

        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken(second.GetProperty("access_token").GetString());
        Assert.Equal(DirectoryWorld.Person(1).ToString(), token.Subject);
        Assert.Contains("api", token.GetClaim("scope").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_WrongFiveTimes_LocksTheAccount_ForTheRightOneToo()
    {
        for (var i = 0; i < 5; i++)
        {
            using var guess = new Browser(world);
            Assert.Equal(HttpStatusCode.BadRequest, (await guess.SignIn("partner", "wrong")).StatusCode);
        }

        using var browser = new Browser(world);
        var answer = await browser.SignIn("partner", Demonstration.Password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("15", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInForm_WithoutItsToken_IsNotRead()
    {
        using var browser = new Browser(world);

        var answer = await browser.Post("/account/login", ("account", "staff"), ("password", Demonstration.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, x => x.Key == "Set-Cookie" && x.Value.Any(v => v.StartsWith("directory-sign-in", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task SignIn_WithAForeignReturnAddress_GoesHome(string returnUrl)
    {
        using var browser = new Browser(world);

        var answer = await browser.SignIn("staff", Demonstration.Password, QueryHelpers.AddQueryString("/account/login", "returnUrl", returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("http://web.test/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignInPage_AllowsNoScriptAndNoInlineStyle_AndSpeaksBothLanguages()
    {
        using var browser = new Browser(world);
        var chinese = await browser.Get("/account/login?culture=zh-CN");
        var english = await browser.Get("/account/login?culture=en");

        Assert.StartsWith("default-src 'none'; style-src 'self';", chinese.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("账号", WebUtility.HtmlDecode(await chinese.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Account", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AndGoesBackToWeb()
    {
        using var browser = new Browser(world);
        var (_, tokens) = await Exchange(await browser.CodeFor("staff", Demonstration.Password), browser.Verifier);

        var answer = await browser.Get(QueryHelpers.AddQueryString("/connect/logout", new Dictionary<string, string?>
        {
            ["id_token_hint"] = tokens.GetProperty("id_token").GetString(), ["post_logout_redirect_uri"] = "http://web.test/signout-callback-oidc",
        }));
        var again = await browser.Get(browser.Authorize());

        Assert.StartsWith("http://web.test/signout-callback-oidc", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/account/login", again.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_WhereNobodyIsSignedIn_AndNobodyMayBeAsked_SaysSo()
    {
        using var browser = new Browser(world);

        var answer = await browser.Get(browser.Authorize("openid api", ("prompt", "none")));

        Assert.Contains("error=login_required", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Integrator_ByClientCredentials_ActsUnderItsOwnId_WithinItsScopes()
    {
        var (status, body) = await world.Token(("grant_type", "client_credentials"), ("client_id", "demo-integrator"),
            ("client_secret", "demo-integrator-secret"), ("scope", "directory.read"));
        using var http = world.With(body.GetProperty("access_token").GetString()!);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("演示对接系统", (await http.GetFromJsonAsync<JsonElement>("/api/v1/directory/me")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/directory/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync("/api/v1/directory/people", new { name = "某" })).StatusCode);
    }

    [Theory]
    [InlineData("demo-integrator", "wrong", "directory.read")]
    [InlineData("demo-integrator", "demo-integrator-secret", "service")]
    [InlineData("demo-integrator", "demo-integrator-secret", "api")]
    [InlineData("nobody", "demo-integrator-secret", "directory.read")]
    public async Task Client_WithAWrongSecret_OrForAScopeNotItsOwn_GetsNothing(string client, string secret, string scope)
    {
        var (status, body) = await world.Token(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret), ("scope", scope));

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.False(body.TryGetProperty("access_token", out _));
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> Exchange(string code, string verifier) => world.Token(
        ("grant_type", "authorization_code"), ("client_id", "web"), ("code", code), ("redirect_uri", "http://web.test/signin-oidc"), ("code_verifier", verifier));
}
