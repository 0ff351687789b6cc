using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Directory.Tests;

/// <summary>Somebody at a browser who signs in for Web: keeps cookies, follows no redirect by itself.</summary>
internal sealed partial class Browser(DirectoryWorld world) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = world.Address };
    private readonly string _verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public string Verifier => _verifier;

    public string Authorize(string scope = "openid profile api offline_access", params (string Name, string? Value)[] more) =>
        QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = "web", ["response_type"] = "code", ["redirect_uri"] = "http://web.test/signin-oidc", ["scope"] = scope, ["state"] = "s",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier))), ["code_challenge_method"] = "S256",
        }.Concat(more.Select(x => KeyValuePair.Create(x.Name, x.Value))).GroupBy(x => x.Key).ToDictionary(x => x.Key, x => x.Last().Value));

    /// <summary>Addresses are the issuer's; here they are asked where the service listens.</summary>
    public Task<HttpResponseMessage> Get(string address) => _http.GetAsync(Local(address));

    public Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] form) =>
        _http.PostAsync(Local(address), new FormUrlEncodedContent(form.Select(x => KeyValuePair.Create(x.Name, x.Value))));

    /// <summary>Opens the sign-in page and fills it in.</summary>
    public async Task<HttpResponseMessage> SignIn(string account, string password, string loginPage = "/account/login")
    {
        var page = await (await Get(loginPage)).Content.ReadAsStringAsync();
        return await Post(WebUtility.HtmlDecode(Action().Match(page).Groups[1].Value),
            ("__RequestVerificationToken", Token().Match(page).Groups[1].Value), ("account", account), ("password", password));
    }

    /// <summary>From Web's question to the code in Web's hands.</summary>
    public async Task<string> CodeFor(string account, string password)
    {
        var toLogin = await Get(Authorize());
        var back = await SignIn(account, password, toLogin.Headers.Location!.ToString());
        var toWeb = await Get(back.Headers.Location!.ToString());
        return QueryHelpers.ParseQuery(toWeb.Headers.Location!.Query)["code"]!;
    }

    public void Dispose() => _http.Dispose();

    private static Uri Local(string address) =>
        new(Uri.TryCreate(address, UriKind.Absolute, out var whole) && !whole.IsFile ? whole.PathAndQuery : address, UriKind.Relative);

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
