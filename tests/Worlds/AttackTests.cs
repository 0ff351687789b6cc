using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel.Data;
using Xunit;

namespace Platform.Worlds;

/// <summary>
/// What an attacker sends to every endpoint of a service, made from its own description, so that a new door is attacked without a new test.
/// Inherited by each service's tests, with a world of their own: what is sent here changes much that other tests rely on. What a door needs
/// to be asked at all is told by the service's <see cref="DoorTests{TProgram,TDb}"/>.
/// </summary>
public abstract partial class AttackTests<TProgram, TDb>(ServiceWorld<TProgram, TDb> world, DoorTests<TProgram, TDb> doors) where TProgram : class where TDb : PlatformDb
{
    /// <summary>Three times as many with ./platform test --long: together more than ten thousand, over all services.</summary>
    private const int ForEachDoor = 9;

    /// <summary>Another seed makes other requests: ATTACK_SEED=7, and ATTACK_TIMES=10 makes more of them.</summary>
    private static readonly int Seed = Number("ATTACK_SEED", 20261126), Times = Number("ATTACK_TIMES", 1);

    /// <summary>Whatever is sent, nobody gets a 500, nothing hangs, and what is refused is refused in our words.</summary>
    [Fact]
    public async Task MalformedRequests_BreakNothing()
    {
        var (targets, described, http) = await Targets();
        using var asking = http;
        var wrong = new List<string>();
        foreach (var target in targets)
        {
            var random = new Random(target.Name.Aggregate(Seed, (hash, x) => unchecked(hash * 31 + x)));
            var malformed = new Malformed(random, described);
            for (var i = 0; i < ForEachDoor * Times; i++)
            {
                using var request = malformed.Next(world.Address, target);
                if (await WentWrong(http, target, request) is { } what) wrong.Add($"{target.Name}: {what}\n    {await Malformed.Told(request)}");
            }
        }

        Assert.True(wrong.Count == 0, $"seed {Seed}, {targets.Count * ForEachDoor * Times} requests, {wrong.Count} went wrong:\n{string.Join('\n', wrong)}");
    }

    private static readonly string[] Injections =
    [
        "'; SELECT pg_sleep(20);--", "\" OR 1=1)) UNION SELECT 1;--", "%_\\%'", "$(sleep 20)`sleep 20`|sleep 20", "a' & !b | (c <-> :* d\\", "{{7*7}}${7*7}<%= 7*7 %>", "x\r\nX-Injected: 1", "')); DROP TABLE outbox;--",
    ];

    /// <summary>In every text of every body and every address: it is a text and nothing else, to the database and to whoever answers.</summary>
    [Fact]
    public async Task Injections_InEveryText_AreTextsAndNothingElse()
    {
        var (targets, described, http) = await Targets();
        using var asking = http;
        var (wrong, next) = (new List<string>(), 0);
        foreach (var target in targets)
        {
            var requests = new List<HttpRequestMessage>();
            foreach (var place in target.Places.Where(x => IsText(x.Schema)))
            {
                var text = Injections[next++ % Injections.Length];
                if ((int?)place.Schema["maxLength"] is { } most && text.Length > most) text = text[..most];
                requests.Add(Request(target, "", described.With(target.Body!, place, text)));
            }

            foreach (var name in target.QueryNames)
                foreach (var text in Injections.Skip(next++ % 4).Take(4))
                    requests.Add(Request(target, $"{(target.Query.Length > 0 ? $"{target.Query}&" : "?")}{name}={Uri.EscapeDataString(text)}", target.Body));
            foreach (var request in requests)
                using (request)
                    if (await WentWrong(http, target, request) is { } what) wrong.Add($"{target.Name}: {what}\n    {await Malformed.Told(request)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsText(JsonNode schema) => Described.Kind(schema) is "string" && schema["format"] is null && schema["enum"] is null;

    private HttpRequestMessage Request(Target target, string query, JsonNode? body)
    {
        var request = new HttpRequestMessage(target.Method, new Uri(world.Address, target.Path(null) + (query.Length > 0 ? query : target.Query)));
        if (target.Method != HttpMethod.Get && body is not null) request.Content = JsonContent.Create(body);
        return request;
    }

    private static async Task<string?> WentWrong(HttpClient http, Target target, HttpRequestMessage request)
    {
        var taken = Stopwatch.StartNew();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode >= HttpStatusCode.InternalServerError) return $"answered {(int)answer.StatusCode}: {Malformed.Cut(text)}";
        if (taken.Elapsed > TimeSpan.FromSeconds(5)) return $"took {taken.Elapsed.TotalSeconds:f1} s";
        if (answer.Headers.Contains("X-Injected")) return "a header came out of a text";
        if (text.Contains("Npgsql", StringComparison.Ordinal) || text.Contains("   at Platform.", StringComparison.Ordinal) || text.Contains("System.", StringComparison.Ordinal) && !text.Contains("$type", StringComparison.Ordinal))
            return $"tells of its inside: {Malformed.Cut(text)}";
        // What a door refuses has a code and a sentence; what is no door's is not ours to word, and others' standards have their own.
        if (answer.StatusCode is >= HttpStatusCode.BadRequest and not HttpStatusCode.NotFound && target.Name.Contains(" /api/", StringComparison.Ordinal) && text.Length > 0 && !text.Contains("\"code\":", StringComparison.Ordinal))
            return $"refused without a code: {Malformed.Cut(text)}";
        return null;
    }

    // Made once for all that is sent to this world: it takes longer than the attacks.
    private static readonly ConditionalWeakTable<object, Task<(List<Target>, Described, AuthenticationHeaderValue)>> Made = [];

    /// <summary>Every door with something real of ours behind it, made before the first of them is attacked.</summary>
    private async Task<(List<Target> Targets, Described Described, HttpClient Http)> Targets()
    {
        var (targets, described, somebody) = await Made.GetValue(world, _ => Make());
        // Sends what a browser would not: letters in headers that are none of ASCII's.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = world.Address, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = somebody;
        return (targets, described, http);
    }

    private async Task<(List<Target>, Described, AuthenticationHeaderValue)> Make()
    {
        using var http = doors.EveryRoleOf(await doors.Newcomer(doors.Ours), doors.Ours);
        var described = new Described(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!);
        var targets = new List<Target>();
        foreach (var door in doors.Doors().Where(x => !doors.BreaksOnPurpose.Contains(DoorTests<TProgram, TDb>.Name(x))))
            targets.Add(await TargetOf(door, described));
        return (targets, described, http.DefaultRequestHeaders.Authorization!);
    }

    private async Task<Target> TargetOf(RouteEndpoint door, Described described)
    {
        var (name, method, bare) = (DoorTests<TProgram, TDb>.Name(door), DoorTests<TProgram, TDb>.Method(door), DoorTests<TProgram, TDb>.Bare(door));
        var named = DoorTests<TProgram, TDb>.Parameters(door).Any();
        var things = named ? await doors.ThingsOfOurs(name) : [];
        var (schema, form) = (described.BodySchema(method, bare), described.BodySchema(method, bare, "multipart/form-data"));
        var made = schema is null ? null : await doors.Body(name, things, described.BodyFor(method, bare));
        // Most that is written down lies in an area: one of ours lets it come further than to that.
        if (made is JsonObject { } body && body.ContainsKey("areaId")) body["areaId"] = doors.Ours.Root;
        var isForm = form is not null || door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") is true;
        return new Target(
            name, new HttpMethod(method), wrong => PathOf(door, things, wrong), door.RoutePattern.Parameters.Count, doors.Query(name).Replace("{street}", doors.Ours.Code, StringComparison.Ordinal),
            [.. described.QueryOf(method, bare).Select(x => x.Name)], made, schema is null ? [] : [.. described.Places(schema)],
            isForm ? [.. (form?["properties"] as JsonObject ?? []).Select(x => x.Key).DefaultIfEmpty("file")] : []);
    }

    private string PathOf(RouteEndpoint door, object[] things, string? wrong)
    {
        var (named, count) = (things.GetEnumerator(), 0);
        return "/" + DoorTests<TProgram, TDb>.Parameter().Replace(door.RoutePattern.RawText!, x =>
        {
            // One parameter is wrong, the others are as they should be: which one changes with what is wrong.
            var right = x.Groups[1].Value is "street" ? doors.Ours.Code : x.Groups[1].Value is "format" ? "json" : x.Groups[2].Value is ":int" ? "2026" : named.MoveNext() ? $"{named.Current}" : "x";
            return wrong is not null && count++ == wrong.Length % door.RoutePattern.Parameters.Count ? wrong : right;
        }).Trim('/');
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}
