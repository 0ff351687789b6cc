using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Worlds;

// What another street's people meet, beside what ours meet: a refusal proves nothing where everybody is refused.
public abstract partial class DoorTests<TProgram, TDb>
{
    /// <summary>
    /// Something real of ours for each parameter of this door's route, in its order, the street left out. Made anew each time: the person of
    /// ours who asks after the stranger may use it up.
    /// </summary>
    protected internal abstract Task<object[]> ThingsOfOurs(string door);

    /// <summary>What is sent to a door: made from its description, for a service to correct where the description does not tell what is accepted.</summary>
    protected internal virtual Task<JsonNode?> Body(string door, object[] things, JsonNode? made) => Task.FromResult(made);

    /// <summary>Puts something into everything that this person of ours can list, and things of ours into what everybody can.</summary>
    protected abstract Task Settle(Guid person);

    /// <summary>Somebody new in this street.</summary>
    protected internal virtual Task<Guid> Newcomer(Street street) => Task.FromResult(Guid.CreateVersion7());

    /// <summary>What must stand behind the ?; {street} is the asker's.</summary>
    protected internal virtual string Query(string door) => "";

    /// <summary>Doors that answer everybody alike, each with the reason.</summary>
    protected virtual IReadOnlyDictionary<string, string> AlikeForAll => new Dictionary<string, string>();

    /// <summary>Doors that break for whoever passes them: the kernel's probe has one.</summary>
    protected internal virtual string[] BreaksOnPurpose => [];

    [Fact]
    public async Task WithAnotherTenantsToken_NothingOfOursIsFound()
    {
        using var stranger = EveryRoleOf(await Newcomer(Theirs), Theirs);
        using var neighbour = EveryRoleOf(await Newcomer(Ours), Ours);
        var described = new Described(JsonNode.Parse(await neighbour.GetStringAsync("/openapi/v1.json"))!);
        var wrong = new List<string>();
        foreach (var door in Doors().Where(x => Parameters(x).Any()))
        {
            var things = await ThingsOfOurs(Name(door));
            Assert.Equal(Parameters(door).Count(), things.Length);
            var body = await Body(Name(door), things, described.BodyFor(Method(door), Bare(door)));

            var theirs = await Send(stranger, door, Theirs.Code, things, body, Query(Name(door)));
            if (theirs.Status is not HttpStatusCode.NotFound) wrong.Add($"{Name(door)} answered {(int)theirs.Status} to a stranger: {theirs.Text}");
            var ours = await Send(neighbour, door, Ours.Code, things, body, Query(Name(door)));
            // Whatever else one of ours is told, they were told it of the thing itself: what was sent passed validation for the stranger already.
            if (ours.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError && !BreaksOnPurpose.Contains(Name(door)))
                wrong.Add($"{Name(door)} answered {(int)ours.Status} to one of ours, so the stranger's 404 says nothing: {ours.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Everything that can be read without naming a thing: lists, boards, numbers, settings.</summary>
    [Fact]
    public async Task AskedByAnotherTenant_NoListShowsARowOfOurs()
    {
        var person = await Newcomer(Ours);
        using var stranger = EveryRoleOf(await Newcomer(Theirs), Theirs);
        using var neighbour = EveryRoleOf(person, Ours);
        await Settle(person);
        var wrong = new List<string>();
        foreach (var door in Doors().Where(x => Method(x) is "GET" && !Parameters(x).Any() && Bare(x).StartsWith("/api/", StringComparison.Ordinal)))
        {
            var (ours, theirs) = (await Send(neighbour, door, Ours.Code, [], null, Query(Name(door))), await Send(stranger, door, Theirs.Code, [], null, Query(Name(door))));
            if (ours.Status is not HttpStatusCode.OK || theirs.Status is not HttpStatusCode.OK) wrong.Add($"{Name(door)}: {(int)ours.Status} {ours.Text} for ours, {(int)theirs.Status} {theirs.Text} for theirs");
            else if (AlikeForAll.ContainsKey(Name(door))) continue;
            else if (IsList(door) && Ids(ours.Text).Count == 0) wrong.Add($"{Name(door)} shows nothing to one of ours, so a stranger's empty list says nothing");
            else if (ours.Text == theirs.Text) wrong.Add($"{Name(door)} answers a stranger as one of ours: {ours.Text}");
            else if (Ids(ours.Text).Intersect(Ids(theirs.Text)).FirstOrDefault() is { } shown) wrong.Add($"{Name(door)} shows {shown} of ours to a stranger");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A list is read page by page, or its door says why it is whole. (What others' standards page as they do is outside /api.)</summary>
    [Fact]
    public void EveryList_IsPaged_OrSaysWhyNot() => Assert.All(Doors().Where(x => IsList(x) && Bare(x).StartsWith("/api/", StringComparison.Ordinal)), x => Assert.True(
        Answer(x) is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>) || x.Metadata.GetMetadata<WholeListAttribute>() is { Reason.Length: > 0 },
        $"{Name(x)} is neither paged nor says why it is whole"));

    internal HttpClient EveryRoleOf(Guid person, Street street)
    {
        foreach (var role in Enum.GetValues<Role>()) world.Directory.Give(person, role, street.Root, street.Path);
        return world.As(person, street.Tenant);
    }

    private static Type? Answer(RouteEndpoint door) => door.Metadata.OfType<IProducesResponseTypeMetadata>().FirstOrDefault(x => x.StatusCode is 200)?.Type;

    private static bool IsList(RouteEndpoint door) => Method(door) is "GET" && Answer(door) is { } type && type != typeof(string)
        && (type.IsAssignableTo(typeof(System.Collections.IEnumerable)) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>));

    internal static HashSet<string> Ids(string json) => [.. AnId().Matches(json).Select(x => x.Value)];

    internal static string Method(RouteEndpoint door) => door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];

    internal static string Bare(RouteEndpoint door) => Parameter().Replace($"/{door.RoutePattern.RawText!.Trim('/')}", "{$1}");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AnId();
}
