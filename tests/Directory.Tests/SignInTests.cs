using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;
using Platform.Directory.Demo;
using Platform.Directory.Domain;
using Platform.Worlds;
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

    /// <summary>Whose account, where there is one; never what was typed.</summary>
    [Fact]
    public async Task EachSignIn_IsOnRecord_RightOrWrong_WithoutWhatWasTyped()
    {
        using var browser = new Browser(world);
        await browser.SignIn("property", "wr0ng-password-7");
        await browser.SignIn("typed-here-by-mistake", "wr0ng-password-7");
        await browser.SignIn("property", Demonstration.Password);
        await world.Redeem("19900001014", "974613");
        await world.Redeem("19900001014", await world.Code("19900001014"));

        var said = string.Join('\n', world.Log.Heard);
        Assert.Matches("Password sign-in: Wrong, person [0-9a-f-]{36} of street", said);
        Assert.Matches(@"Password sign-in: Wrong, person \(null\)", said);
        Assert.Matches("Password sign-in: Right, person [0-9a-f-]{36} of street", said);
        Assert.Contains("Code sign-in: code.", said, StringComparison.Ordinal);
        Assert.Contains($"Code sign-in: Right, person {DirectoryWorld.Person(14)}", said, StringComparison.Ordinal);
        foreach (var typed in (string[])["typed-here-by-mistake", "wr0ng-password-7", Demonstration.Password, "19900001014", "974613"])
            Assert.DoesNotContain(typed, said, StringComparison.Ordinal);
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
    public async Task RefreshToken_OfSomebodyWhoIsGone_IsWorthNothing()
    {
        var (_, body) = await world.Redeem("19900004001", await world.Code("19900004001"));
        await Servers.Execute("DELETE FROM people WHERE display_name = '居民4001'", new NpgsqlConnectionStringBuilder(world.Database.Super).Database);

        var (status, refused) = await world.Token(
            ("grant_type", "refresh_token"), ("client_id", "web"), ("refresh_token", body.GetProperty("refresh_token").GetString()!));

        Assert.Equal((HttpStatusCode.BadRequest, DirectoryRefusals.SignInAgain.Code), (status, refused.GetProperty("code").GetString()));
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> Exchange(string code, string verifier) => world.Token(
        ("grant_type", "authorization_code"), ("client_id", "web"), ("code", code), ("redirect_uri", "http://web.test/signin-oidc"), ("code_verifier", verifier));
}
