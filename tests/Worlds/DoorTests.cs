using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;
using Xunit;

namespace Platform.Worlds;

/// <summary>The first lock, for every endpoint of a service: inherited by each service's tests.</summary>
public abstract partial class DoorTests<TProgram, TDb>(ServiceWorld<TProgram, TDb> world) where TProgram : class where TDb : PlatformDb
{
    /// <summary>The endpoints that architecture lets anyone call, as "METHOD /pattern".</summary>
    protected abstract string[] Public { get; }

    /// <summary>Where the service and its README lie in the checkout.</summary>
    protected virtual string Folder => $"src/{typeof(TDb).Assembly.GetName().Name!["Platform.".Length..]}";

    [Fact]
    public void EveryEndpoint_SaysWhoMayPass_AndOnlyTheListedOnesAnyone()
    {
        Assert.All(Endpoints(), x => Assert.True(
            x.Metadata.GetMetadata<DoorAttribute>() is not null || x.Metadata.GetMetadata<IAllowAnonymous>() is not null && IsPlumbing(x), $"{Name(x)} has no door"));
        Assert.Equal(Public.Order(), Doors().Where(x => RolesOf(x) is null).Select(Name).Order());
    }

    [Fact]
    public void EveryEndpoint_StandsInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, Folder, "README.md"));
        Assert.All(Doors(), x => Assert.Contains(Name(x), readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAToken_OrWithOneThatProvesNothing_NoDoorOpens()
    {
        var person = Guid.CreateVersion7();
        string?[] tokens = [null, TestTokens.Forged(person, world.Ours), TestTokens.For(person, world.Ours, change: x => x.Audience = "elsewhere"),
            TestTokens.For(person, world.Ours, change: x => x.Issuer = "http://elsewhere/"), TestTokens.For(person, world.Ours, change: x => x.TokenType = "JWT"),
            TestTokens.For(person, world.Ours, change: x => x.Expires = world.Clock.GetUtcNow().AddHours(-1).UtcDateTime)];
        foreach (var door in Doors().Where(x => RolesOf(x) is not null))
            foreach (var token in tokens)
            {
                using var http = world.Anonymous();
                if (token is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", token);
                Assert.True(await Ask(http, door) is HttpStatusCode.Unauthorized, $"{Name(door)} opened without a valid token");
            }
    }

    [Fact]
    public async Task WithAnyOtherRole_NoDoorOpens()
    {
        foreach (var door in Doors().Where(x => RolesOf(x) is { Length: > 0 }))
            foreach (var role in Enum.GetValues<Role>().Except(RolesOf(door)!))
            {
                using var http = world.As(world.Somebody(role, Guid.CreateVersion7(), ""));
                Assert.True(await Ask(http, door) is HttpStatusCode.Forbidden, $"{Name(door)} opened for {role}");
            }
    }

    [Fact]
    public async Task WithAScopeOfAnotherService_NoDoorOpens()
    {
        foreach (var door in Doors().Where(x => RolesOf(x) is not null))
        {
            using var http = world.As(world.Somebody(RolesOf(door)!.FirstOrDefault(), Guid.CreateVersion7(), ""), scope: "elsewhere.write openid");
            Assert.True(await Ask(http, door) is HttpStatusCode.Forbidden, $"{Name(door)} opened for a scope of another service");
        }
    }

    /// <summary>Somebody of another street who holds every role there meets nothing of ours under any id: 404, or 400 for what was sent.</summary>
    [Fact]
    public async Task WithAnotherTenantsToken_NoIdOfOursIsFound()
    {
        var stranger = Guid.CreateVersion7();
        foreach (var role in Enum.GetValues<Role>()) world.Directory.Give(stranger, role, Guid.CreateVersion7(), "");
        using var http = world.As(stranger, world.Theirs);
        foreach (var door in Doors().Where(x => RolesOf(x) is not null && x.RoutePattern.RawText!.Contains(":guid", StringComparison.Ordinal)))
        {
            var status = await Ask(http, door);
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{Name(door)} answered {status} to a stranger");
        }
    }

    /// <summary>Ids of things of ours by route parameter, so that the stranger asks for what exists: "id" unless a world knows better.</summary>
    protected virtual Guid IdOfOurs(string pattern, string parameter) => Guid.CreateVersion7();

    private IEnumerable<RouteEndpoint> Endpoints() => world.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
        .Where(x => !x.RoutePattern.RawText!.Contains("unimplemented", StringComparison.Ordinal)).Distinct();

    private IEnumerable<RouteEndpoint> Doors() => Endpoints().Where(x => x.Metadata.GetMetadata<DoorAttribute>() is not null);

    private static Role[]? RolesOf(RouteEndpoint x) => x.Metadata.GetMetadata<DoorAttribute>()!.Roles;

    private static bool IsPlumbing(RouteEndpoint x) => x.RoutePattern.RawText is "/health" or "/alive" or "/openapi/{documentName}.json";

    private static string Name(RouteEndpoint x) =>
        $"{x.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} /{x.RoutePattern.RawText!.Trim('/')}";

    private async Task<HttpStatusCode> Ask(HttpClient http, RouteEndpoint door)
    {
        var pattern = door.RoutePattern.RawText!;
        var path = Parameter().Replace(pattern, x => x.Groups[2].Value switch
        {
            ":guid" => IdOfOurs(pattern, x.Groups[1].Value).ToString(),
            ":int" => "1",
            _ => "x",
        });
        using var request = new HttpRequestMessage(new HttpMethod(door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), new Uri(world.Address, path));
        if (request.Method != HttpMethod.Get) request.Content = door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") is true
            ? new MultipartFormDataContent() : JsonContent.Create(new { });
        return (await http.SendAsync(request)).StatusCode;
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)(:\w+)?\??\}")]
    private static partial Regex Parameter();
}
