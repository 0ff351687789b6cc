using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Platform.Gateway.Tests;

/// <summary>Every way through the gateway needs a token, unless it stands here with the reason.</summary>
public sealed class DoorTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    // As patterns of a whole route.
    private static readonly Dictionary<string, string> Public = new()
    {
        ["/health"] = "asked by whoever watches the platform", ["/alive"] = "asked by whoever restarts the process",
        [@"/api/v1/\w+/public/\{\*\*rest\}"] = "the street is named in the address; the service decides what is public",
        [@"/open311/\{\*\*rest\}"] = "the street is named by jurisdiction_id, and posting needs an api_key: the service looks",
        [@"/openapi/\w+\.json"] = "what can be asked is no secret", ["/docs.*"] = "its reader",
        [@"/(connect|account|\.well-known)/\{\*\*rest\}"] = "signing in: nobody has a token yet",
    };

    [Fact]
    public async Task EveryEndpoint_NamesItsPolicy_AndOnlyTheListedOnesAnyone()
    {
        var endpoints = world.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.All(endpoints, x => Assert.True(
            x.Metadata.GetMetadata<IAllowAnonymous>() is not null || x.Metadata.GetMetadata<IAuthorizeData>() is { Policy: "token" or "public" }, $"{Name(x)} names no policy"));
        var open = endpoints.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is not null || x.Metadata.GetMetadata<IAuthorizeData>() is not { Policy: "token" }).ToList();
        Assert.All(open.Select(Name), x => Assert.True(Public.Keys.Any(p => Matches(x, p)), $"{x} is open to anyone, and no reason is given"));
        Assert.All(Public.Keys, p => Assert.True(open.Exists(x => Matches(Name(x), p)), $"{p} is listed, and nothing like it is open"));

        foreach (var closed in endpoints.Except(open))
        {
            using var answer = await world.Anyone.GetAsync(new Uri(Name(closed).Replace("{**rest}", "x", StringComparison.Ordinal), UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{Name(closed)} answered {answer.StatusCode} without a token");
        }
    }

    private static string Name(RouteEndpoint x) => $"/{x.RoutePattern.RawText!.Trim('/')}";

    private static bool Matches(string route, string pattern) => Regex.IsMatch(route, $"^{pattern}$");
}
