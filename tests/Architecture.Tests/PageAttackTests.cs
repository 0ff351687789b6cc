using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Web.Portal;
using Platform.Worlds;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>What others' pages and others' texts may not do with ours: every page and endpoint of Web, found by itself.</summary>
public sealed partial class PageAttackTests : IAsyncLifetime
{
    // Whatever is asked of it is not there: pages answer at once, with an error page of ours.
    private readonly WebApplication _gateway = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
    private Host _web = null!;

    public async ValueTask InitializeAsync()
    {
        await _gateway.StartAsync();
        _web = new Host(_gateway.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    /// <summary>CSRF: a form that another site sends in a signed-in person's name has no token of ours, and does nothing.</summary>
    [Fact]
    public async Task EveryForm_WithoutItsToken_DoesNothing()
    {
        using var http = Client();
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var path in Paths("POST"))
        {
            using var form = new FormUrlEncodedContent([new("_handler", "erase"), new("Sure", "true"), new("returnUrl", "/")]);
            using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
            asked++;
            if (answer.StatusCode is not HttpStatusCode.BadRequest) wrong.Add($"POST {path}: {(int)answer.StatusCode}");
        }

        Assert.True(asked > 100, $"only {asked} forms were found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Every answer, also an error's: scripts and styles from our own files alone, no frame around it, no guessing of types.</summary>
    [Fact]
    public async Task EveryAnswer_TellsBrowsersToRunOurOwnScriptsAlone()
    {
        using var http = Client();
        var wrong = new List<string>();
        foreach (var path in Paths("GET"))
        {
            using var answer = await Asked(http, path);
            var policy = answer.Headers.TryGetValues("Content-Security-Policy", out var said) ? string.Join(';', said) : "";
            if (!policy.Contains("script-src 'self';", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal) || !policy.Contains("object-src 'none'", StringComparison.Ordinal)
                || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || !answer.Headers.TryGetValues("X-Content-Type-Options", out _) || !answer.Headers.Contains("Referrer-Policy"))
                wrong.Add($"GET {path}: {policy}");
            if (InlineScript().IsMatch(await answer.Content.ReadAsStringAsync())) wrong.Add($"GET {path} has a script in its page");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task OverHttps_BrowsersComeBackOverHttps()
    {
        using var http = Client("https://localhost");
        using var answer = await http.GetAsync(new Uri("/alive", UriKind.Relative));
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    /// <summary>Stored scripts: what people typed is always a text, never markup. Where markup is written all the same stands here, with the reason.</summary>
    [Fact]
    public void NoPage_WritesMarkupOutOfAText()
    {
        Dictionary<string, string> known = new()
        {
            ["src/Web/Kit/SchematicMap.razor"] = "a text in SVG, whose element Razor takes for its own; what it holds is encoded",
            ["src/Web/wwwroot/kit.js"] = "a part of a page of ours that the server made and encoded, fetched from our own origin",
        };
        var found = Sources.Files("*.razor", "src").Concat(Sources.Files("*.js", "src")).Where(x => Markup().IsMatch(File.ReadAllText(x))).Select(Sources.Name);
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private IEnumerable<string> Paths(string method) => _web.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
        .Where(x => x.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) is true && !IsAsset().IsMatch(x.RoutePattern.RawText!) && !x.RoutePattern.RawText!.Contains("_framework", StringComparison.Ordinal))
        .Select(x => "/" + Parameter().Replace(x.RoutePattern.RawText!, p => p.Value.Contains(":guid", StringComparison.Ordinal) ? "01900000-0001-7000-8000-000400000005" : p.Value.Contains("street", StringComparison.Ordinal) ? "zhangmiao" : "7").Trim('/'))
        .Where(x => !x.StartsWith("/sign-in", StringComparison.Ordinal)).Distinct(); // Asks the issuer who it is, which is not there.

    // An error page that cannot be made comes through as the page's own exception; why it could not be made stands in the log alone.
    private async Task<HttpResponseMessage> Asked(HttpClient http, string path)
    {
        try { return await http.GetAsync(new Uri(path, UriKind.Relative)); }
        catch (Exception e) { throw new InvalidOperationException($"GET {path} has no answer: {string.Join('\n', _web.Log.Heard)}", e); }
    }

    private HttpClient Client(string address = "http://localhost") => _web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) });

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son\w+\s*=\s*""")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"MarkupString|AddMarkupContent|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcdoc")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\.(css|js|svg|map|gz|br|png|ico|woff2)$")]
    private static partial Regex IsAsset();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed class Host(string gateway) : WebApplicationFactory<Streets>
    {
        public LogEar Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Platform:Issuer", "http://localhost/").UseSetting("services:gateway:http:0", gateway);
            builder.ConfigureLogging(x => x.ClearProviders().AddProvider(Log).AddFilter(level => level >= LogLevel.Error));
            builder.ConfigureTestServices(services =>
            {
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SignedIn>("signed-in", null);
                services.PostConfigure<AuthenticationOptions>(x => (x.DefaultScheme, x.DefaultAuthenticateScheme, x.DefaultChallengeScheme) = ("signed-in", "signed-in", "signed-in"));
            });
        }
    }

    private sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "01900000-0001-7000-8000-000400000005")], "signed-in")), "signed-in")));
    }
}
