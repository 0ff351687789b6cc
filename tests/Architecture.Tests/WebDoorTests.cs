using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Web.Portal;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>Web's pages and endpoints: signed in, unless they stand here with the reason. Which role may do what is the services' business, behind them.</summary>
public sealed class WebDoorTests
{
    // As patterns of a whole route.
    private static readonly Dictionary<string, string> Public = new()
    {
        ["/"] = "where a visitor chooses the street",
        [@"/\{street}"] = "the portal's first page",
        [@"/\{street}/issues(/\{id:guid})?"] = "the public board, and each issue on it", [@"/\{street}/photos/\{id:guid}"] = "photos that staff released", [@"/\{street}/meetings(/\{id:guid})?"] = "announced and held meetings",
        [@"/\{street}/plans"] = "what a street asks its residents about, as counts", [@"/\{street}/bodies(/\{id:guid})?"] = "who deliberates, and by which rules",
        [@"/\{street}/meetings/\{id:guid}/minutes\.docx"] = "published minutes, without names",
        [@"/\{street}/candidates(/\{id:guid})?"] = "candidates whose notice runs: whoever lives there may object", [@"/\{street}/certificates/\{number}"] = "what a certificate on paper is worth, with a masked name",
        [@"/\{street}/(report|progress|me|sign-in)"] = "each begins with a phone and a one-time code for whoever has not given them yet",
        [@"/\{street}/report/alike"] = "what is on the board anyway, while somebody writes",
        [@"/\{street}/(bodies/\{id:guid}|calendars/\{secret})\.ics"] = "calendars: a body's announced meetings, and a person's own by an address that is the secret",
        ["/health"] = "asked by whoever watches the process", ["/alive"] = "asked by whoever restarts the process",
        ["/sign-in(/failed)?"] = "nobody is signed in yet", ["/sign-out"] = "harmless to whoever is signed out",
        ["/reading"] = "language and size of type, for every reader", ["/error"] = "errors happen to everybody",
        ["/_framework/opaque-redirect"] = "the framework's own, for forms",
        [@".*\.(css|js|svg|map|gz|br|png|ico|woff2)"] = "assets, the same for all",
    };

    [Fact]
    public void EveryEndpoint_NamesItsPolicy_OrIsListedAsPublic()
    {
        using var web = new Host();
        var endpoints = web.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>().ToList();
        var open = endpoints.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is not null || x.Metadata.GetMetadata<IAuthorizeData>() is null && x.Metadata.GetMetadata<AuthorizationPolicy>() is null)
            .Select(x => $"/{x.RoutePattern.RawText!.Trim('/')}").Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.All(open, x => Assert.True(Public.Keys.Any(p => Matches(x, p)), $"{x} is open to anyone, and no reason is given"));
        Assert.All(Public.Keys, p => Assert.True(open.Exists(x => Matches(x, p)), $"{p} is listed, and nothing like it is open"));
    }

    private static bool Matches(string route, string pattern) => Regex.IsMatch(route, $"^{pattern}$");

    private sealed class Host : WebApplicationFactory<Streets>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseSetting("Platform:Issuer", "http://localhost/").UseSetting("services:gateway:http:0", "http://127.0.0.1:1");
    }
}
