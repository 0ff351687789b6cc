using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>GeoReport v2 as its clients speak it. The street's own division code and its short name are the same jurisdiction.</summary>
public sealed class Open311Tests(IssuesWorld world)
{
    private const string Api = "/open311/v2", Street = "jurisdiction_id=zhangmiao";

    [Theory, InlineData("json"), InlineData("xml")]
    public async Task AllSixMethods_AnswerInBothFormats(string format)
    {
        var issue = await world.Accepted();
        var xml = format is "xml";

        var services = await Get($"{Api}/services.{format}?jurisdiction_id=310113008");
        Assert.True((xml ? XDocument.Parse(services).Root!.Elements("service").Count() : JsonNode.Parse(services)!.AsArray().Count) >= Domain.FirstCategories.All.Count);
        Assert.Contains("realtime", services, StringComparison.Ordinal);
        Assert.Equal("噪音扰民", xml ? XDocument.Parse(services).Root!.Elements("service").Single(x => x.Element("service_code")!.Value == "noise-home").Element("group")!.Value
            : (string?)JsonNode.Parse(services)!.AsArray().Single(x => (string?)x!["service_code"] == "noise-home")!["group"]);
        var definition = await Get($"{Api}/services/safety.{format}?{Street}");
        Assert.Equal("safety", xml ? XDocument.Parse(definition).Root!.Element("service_code")!.Value : (string?)JsonNode.Parse(definition)!["service_code"]);
        foreach (var address in new[] { $"requests.{format}?{Street}", $"requests/{issue.Id}.{format}?{Street}", $"requests.{format}?{Street}&service_request_id={issue.Id},x" })
        {
            var seen = await Get($"{Api}/{address}");
            Assert.Contains($"{issue.Id}", xml ? XDocument.Parse(seen).Root!.Elements("request").Select(x => x.Element("service_request_id")!.Value) : JsonNode.Parse(seen)!.AsArray().Select(x => (string)x!["service_request_id"]!));
        }

        Assert.Contains($"{issue.Id}", await Get($"{Api}/tokens/{issue.Id}.{format}?{Street}"), StringComparison.Ordinal);
        var posted = await Is(HttpStatusCode.OK, await Post(format, await Key(), ("service_code", "safety"), ("description", "井盖松了。请来看看"), ("address_string", "长江西路")));
        Assert.Contains("service_request_id", posted, StringComparison.Ordinal);
        Assert.Contains("/open311/v2", await Get($"/open311/discovery.{format}"), StringComparison.Ordinal);
        Assert.Equal(await Get($"/open311/discovery.{format}"), await Get($"/open311/v2/discovery.{format}"));
        using var answer = await world.Anonymous().GetAsync($"{Api}/requests.{format}?{Street}");
        Assert.Equal(xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8", $"{answer.Content.Headers.ContentType}");
    }

    [Fact]
    public async Task WhatIsShown_IsWhatTheBoardShows()
    {
        var (submitted, accepted) = (await world.Reported(title: "还没有受理"), await world.Accepted());
        var voided = await world.Accepted();
        await Send(world.Staff(), $"{voided.Door}/approvals", new { kind = "Voiding", reason = "重复的议题" });
        (await Send(world.Staff(), $"{voided.Door}/approvals/decide", new { approve = true, words = "同意" })).EnsureSuccessStatusCode();

        var list = await Get($"{Api}/requests.json?{Street}");
        var one = JsonNode.Parse(await Get($"{Api}/requests/{accepted.Id}.json?{Street}&extensions=true"))![0]!;

        Assert.Contains($"{accepted.Id}", list, StringComparison.Ordinal);
        foreach (var hidden in new[] { $"{submitted.Id}", $"{voided.Id}", $"{accepted.AuthorId}", accepted.Receipt, "堆满了旧家具" })
            Assert.DoesNotContain(hidden, list, StringComparison.Ordinal);
        await RefusedAs(404, "not-found", $"{Api}/requests/{submitted.Id}.json?{Street}");
        await RefusedAs(404, "not-found", $"{Api}/requests/{voided.Id}.json?{Street}");
        await RefusedAs(404, "not-found", $"{Api}/requests/{accepted.Id}.json?jurisdiction_id=youyi");
        Assert.Equal(("open", "环境卫生", "电线下的死角", "12号楼"), ((string?)one["status"], (string?)one["service_name"], (string?)one["description"], (string?)one["address"]));
        Assert.Equal("Accepted", (string?)one["extended_attributes"]!["stage"]);
        Assert.EndsWith("+08:00", (string?)one["requested_datetime"], StringComparison.Ordinal);
        Assert.Null(one["expected_datetime"]);
        Assert.True(one.AsObject().ContainsKey("media_url"));
    }

    [Fact]
    public async Task ClosedIsClosed_AndWhatIsWorkedOn_SaysByWhen()
    {
        var (working, resolution) = await world.InAction();
        var rated = await world.AwaitingRating();
        await Send(rated.Author, $"{rated.Door}/rate", new { score = 5, words = "满意" });

        var open = await Get($"{Api}/requests.json?{Street}&status=open&service_code=environment,safety");
        var closed = JsonNode.Parse(await Get($"{Api}/requests.json?{Street}&status=closed"))!.AsArray();

        Assert.Contains(closed, x => (string?)x!["service_request_id"] == $"{rated.Id}");
        Assert.All(closed, x => Assert.Equal("closed", (string?)x!["status"]));
        Assert.DoesNotContain($"{rated.Id}", open, StringComparison.Ordinal);
        Assert.Contains($"{working.Id}", open, StringComparison.Ordinal);
        Assert.Equal("2026-12-11T00:00:00+08:00", (string?)JsonNode.Parse(open)!.AsArray().Single(x => (string?)x!["service_request_id"] == $"{working.Id}")!["expected_datetime"]);
        Assert.Equal("[]", await Get($"{Api}/requests.json?{Street}&service_code=nothing"));
    }

    [Fact]
    public async Task Dates_Pages_AndChanges_AreAskedFor()
    {
        var (first, second) = (await world.Accepted(), await world.Accepted());
        var before = JsonNode.Parse(await Get($"{Api}/requests.json?{Street}"))!.AsArray().Select(x => (string)x!["service_request_id"]!).ToList();
        var pages = new List<string>();
        for (var page = 1; page <= before.Count / 2 + 1; page++)
            pages.AddRange(JsonNode.Parse(await Get($"{Api}/requests.json?{Street}&page={page}&page_size=2"))!.AsArray().Select(x => (string)x!["service_request_id"]!));
        Assert.Equal(before, pages);
        Assert.True(before.IndexOf($"{second.Id}") < before.IndexOf($"{first.Id}"));

        var now = world.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        Assert.Equal("[]", await Get($"{Api}/requests.json?{Street}&end_date=2020-01-01T00:00:00Z"));
        Assert.Equal("[]", await Get($"{Api}/requests.json?{Street}&start_date={now.AddDays(-200):yyyy-MM-dd}"));
        // As a client sends it that forgets to encode the plus.
        Assert.Contains($"{first.Id}", await Get($"{Api}/requests.json?{Street}&start_date={now.AddDays(-89):yyyy-MM-ddTHH:mm:sszzz}"), StringComparison.Ordinal);
        Assert.Contains($"{first.Id}", await Get($"{Api}/requests.json?{Street}&updated_after={now.AddDays(-300):yyyy-MM-ddTHH:mm:ssZ}"), StringComparison.Ordinal);
        Assert.Equal("[]", await Get($"{Api}/requests.json?{Street}&updated_after={now.AddDays(3):yyyy-MM-dd}"));
        await RefusedAs(400, "range.too-long", $"{Api}/requests.json?{Street}&start_date=2026-01-01&end_date=2026-11-01");
        foreach (var bad in new[] { "start_date=yesterday", "page=0", "page_size=1001", "page=x", "status=pending" }) await RefusedAs(400, "field.bad", $"{Api}/requests.json?{Street}&{bad}");
    }

    [Fact]
    public async Task Errors_HaveTheStandardsShape_InTheFormatThatWasAsked()
    {
        await RefusedAs(400, "jurisdiction.missing", $"{Api}/services.json");
        await RefusedAs(404, "tenant.unknown", $"{Api}/services.json?jurisdiction_id=nowhere");
        await RefusedAs(404, "service.unknown", $"{Api}/services/nothing.json?{Street}");
        await RefusedAs(404, "not-found", $"{Api}/requests/abc.json?{Street}");
        await RefusedAs(404, "not-found", "/open311/v3/services.json");

        using var xml = await world.Anonymous().GetAsync($"{Api}/services.xml");
        var error = XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!.Element("error")!;
        Assert.Equal(("errors", "400"), (error.Parent!.Name.LocalName, error.Element("code")!.Value));
        Assert.Contains("jurisdiction_id", error.Element("description")!.Value, StringComparison.Ordinal);
        using var csv = await world.Anonymous().GetAsync($"{Api}/services.csv?{Street}");
        Assert.Equal(HttpStatusCode.NotFound, csv.StatusCode);
        await Is(HttpStatusCode.Forbidden, await Post("json", null, ("service_code", "safety"), ("address_string", "x")), "api-key.wrong");
        await Is(HttpStatusCode.Forbidden, await Post("xml", "o3-guessed", ("service_code", "safety"), ("address_string", "x")), "api-key.wrong");
        var theirs = Guid.CreateVersion7().ToString();
        world.Directory.HasKey(Guid.CreateVersion7(), theirs, world.Theirs);
        await Is(HttpStatusCode.Forbidden, await Post("json", theirs, ("service_code", "safety"), ("address_string", "x")), "api-key.wrong");
    }

    private async Task<string> Key(Guid? integrator = null)
    {
        var key = $"o3-{Guid.CreateVersion7()}";
        world.Directory.HasKey(integrator ?? Guid.CreateVersion7(), key, world.Ours);
        return await Task.FromResult(key);
    }

    private async Task<string> Get(string path) => await Is(HttpStatusCode.OK, await world.Anonymous().GetAsync(path));

    private async Task RefusedAs(int status, string code, string path)
    {
        using var answer = await world.Anonymous().GetAsync(path);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray()[0]!;
        Assert.Equal((status, status), ((int)answer.StatusCode, (int)error["code"]!));
        Assert.StartsWith($"{code}: ", (string?)error["description"], StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Post(string format, string? key, params (string, string)[] fields) => Open311Posts.Post(world.Anonymous(), format, key, fields);

    private static async Task<string> Is(HttpStatusCode wanted, HttpResponseMessage answer, string holding = "")
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(wanted == answer.StatusCode && text.Contains(holding, StringComparison.Ordinal), $"{answer.StatusCode}, wanted {wanted} {holding}: {text}");
        return text;
    }
}
