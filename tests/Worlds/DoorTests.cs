using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Worlds;

/// <summary>The first lock, for every endpoint of a service: inherited by each service's tests.</summary>
public abstract partial class DoorTests<TProgram, TDb>(ServiceWorld<TProgram, TDb> world) where TProgram : class where TDb : PlatformDb
{
    /// <summary>The street whose things are asked for, and the one whose people ask.</summary>
    protected internal abstract Street Ours { get; }
    protected internal abstract Street Theirs { get; }

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

    /// <summary>An integrator needs no help: what each door is for, what it takes, an example of it, and every error that it answers with.</summary>
    [Fact]
    public async Task EveryEndpoint_IsDescribed_WithItsErrors_AndExamples()
    {
        using var anybody = world.Anonymous();
        var described = JsonNode.Parse(await anybody.GetStringAsync("/openapi/v1.json"))!;
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, Folder, "README.md"));
        var known = typeof(TDb).Assembly.GetTypes().Concat(typeof(KernelRefusals).Assembly.GetTypes()).Where(x => x.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(x => x.GetFields()).Select(x => x.GetValue(null)).OfType<Refusal>().ToDictionary(x => x.Code, x => x.Status);
        var wrong = new List<string>();
        foreach (var door in Doors().Where(x => Bare(x).StartsWith("/api/", StringComparison.Ordinal)))
        {
            if (described["paths"]![Bare(door)]?[Method(door).ToLowerInvariant()] is not JsonObject operation) { wrong.Add($"{Name(door)} is not described"); continue; }
            if (string.IsNullOrWhiteSpace((string?)operation["summary"])) wrong.Add($"{Name(door)} has no summary");
            var errors = operation["responses"]!.AsObject();
            if (RolesOf(door) is not null && errors["401"] is null) wrong.Add($"{Name(door)} does not tell of 401");
            foreach (Match code in ACode().Matches(rows.First(x => x.Contains($"{Name(door)} ", StringComparison.Ordinal) || x.Contains($"{Name(door)}`", StringComparison.Ordinal)).Split('|').LastOrDefault(x => x.Trim().Length > 0) ?? ""))
                if (known.TryGetValue(code.Value, out var status) && ((string?)errors[$"{status}"]?["description"])?.Contains($"`{code}`", StringComparison.Ordinal) is not true)
                    wrong.Add($"{Name(door)} does not tell of {code}");
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
                wrong.AddRange(WithoutExample(described, body).Select(x => $"{Name(door)}: {x} has no example"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> WithoutExample(JsonNode described, JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference) schema = described["components"]!["schemas"]![reference.Split('/')[^1]]!;
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            if (property is { } it && (string?)it["format"] is "uuid" or "date" or "date-time" && it["example"] is null && it["examples"] is null) yield return name;
    }

    [Fact]
    public async Task WithoutAToken_OrWithOneThatProvesNothing_NoDoorOpens()
    {
        var person = Guid.CreateVersion7();
        string?[] tokens = [null, TestTokens.Forged(person, world.Ours), TestTokens.For(person, world.Ours, change: x => x.Audience = "elsewhere"),
            TestTokens.For(person, world.Ours, change: x => x.Issuer = "http://elsewhere/"), TestTokens.For(person, world.Ours, change: x => x.TokenType = "JWT"),
            TestTokens.For(person, world.Ours, change: x => x.SigningCredentials = null), // "alg": "none"
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
                var person = world.Somebody(role, Guid.CreateVersion7(), "");
                using var http = world.As(person);
                Assert.True(await Ask(http, door) is HttpStatusCode.Forbidden, $"{Name(door)} opened for {role}");
                Assert.True(world.Log.Heard.Any(x => x.Contains($"is closed to {person} of street {world.Ours}", StringComparison.Ordinal)), $"{Name(door)} refused without a word in the log");
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

    /// <summary>Whoever loses a role has lost it everywhere at once: what was remembered for a minute is forgotten when Directory says so.</summary>
    [Fact]
    public async Task WhenARoleEnds_TheDoorClosesAtOnce()
    {
        var door = Doors().First(x => RolesOf(x) is { Length: > 0 });
        var (person, role) = (Guid.CreateVersion7(), RolesOf(door)![0]);
        world.Directory.Give(person, role, Ours.Root, Ours.Path);
        using var http = world.As(person, Ours.Tenant);
        Assert.NotEqual(HttpStatusCode.Forbidden, await Ask(http, door));

        world.Directory.EndRoles(person);
        Assert.NotEqual(HttpStatusCode.Forbidden, await Ask(http, door)); // Remembered: or the rest would prove nothing.
        var said = System.Diagnostics.Stopwatch.StartNew();
        await world.Publish(world.Fact(new MembershipChanged { PersonId = person, Role = role, AreaId = Ours.Root, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 11, 22) }, tenant: Ours.Tenant));

        await Wait.Until(async () => await Ask(http, door) is HttpStatusCode.Forbidden, $"be refused at {Name(door)}");
        Assert.True(said.Elapsed < TimeSpan.FromSeconds(5), $"the role was remembered for {said.Elapsed} after its end");
    }

    private IEnumerable<RouteEndpoint> Endpoints() => world.Services.GetServices<EndpointDataSource>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
        .Where(x => !x.RoutePattern.RawText!.Contains("unimplemented", StringComparison.Ordinal)).Distinct();

    internal IEnumerable<RouteEndpoint> Doors() => Endpoints().Where(x => x.Metadata.GetMetadata<DoorAttribute>() is not null);

    private static Role[]? RolesOf(RouteEndpoint x) => x.Metadata.GetMetadata<DoorAttribute>()!.Roles;

    private static bool IsPlumbing(RouteEndpoint x) => x.RoutePattern.RawText is "/health" or "/alive" or "/openapi/{documentName}.json";

    internal static string Name(RouteEndpoint x) =>
        $"{x.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} /{x.RoutePattern.RawText!.Trim('/')}";

    // Who is refused for what they are is refused before anybody looks whether what they name is there.
    private async Task<HttpStatusCode> Ask(HttpClient http, RouteEndpoint door) =>
        (await Send(http, door, "x", [.. Parameters(door).Select(_ => (object)Guid.CreateVersion7())], body: null)).Status;

    private async Task<(HttpStatusCode Status, string Text)> Send(HttpClient http, RouteEndpoint door, string street, object[] things, object? body, string query = "")
    {
        var named = things.GetEnumerator();
        var path = Parameter().Replace(door.RoutePattern.RawText!, x =>
            x.Groups[1].Value is "street" ? street : x.Groups[1].Value is "format" ? "json" : x.Groups[2].Value is ":int" ? "2026" : named.MoveNext() ? $"{named.Current}" : throw new InvalidOperationException($"{Name(door)} names more things."));
        using var request = new HttpRequestMessage(new HttpMethod(door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), new Uri(world.Address, path + query.Replace("{street}", street, StringComparison.Ordinal)));
        if (request.Method != HttpMethod.Get) request.Content = door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") is true
            ? new MultipartFormDataContent() : JsonContent.Create(body ?? new { });
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // What names a thing: not the street, not the format of the answer, and not a number, such as a year, which is everybody's.
    internal static IEnumerable<string> Parameters(RouteEndpoint door) =>
        door.RoutePattern.Parameters.Where(x => x.Name is not ("street" or "format") && !x.ParameterPolicies.Any(p => p.Content is "int")).Select(x => x.Name);

    [GeneratedRegex(@"(?<=`| |^)[a-z0-9-]+\.[a-z0-9-]+(?=`|,| |$)")]
    private static partial Regex ACode();

    [GeneratedRegex(@"\{\*{0,2}(\w+)(:\w+)?\??\}")]
    internal static partial Regex Parameter();
}
