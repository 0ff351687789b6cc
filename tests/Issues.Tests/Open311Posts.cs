using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Features;
using Platform.Issues.Open311;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What an integrator's system posts over Open311, and what becomes of it inside.</summary>
public sealed class Open311Posts(IssuesWorld world)
{
    private readonly Guid _integrator = Guid.CreateVersion7();

    [Fact]
    public async Task Posted_IsAnIssue_OfWhoeverHasThePhone_AndWhatIdentifiesStaysEncrypted()
    {
        var author = Guid.CreateVersion7();
        world.Directory.HasPhone(author, "+8613912345678");
        world.Directory.PointsLieIn(world.Building12);

        var id = await Posted(("service_code", "safety"), ("description", "井盖松了，请打 139 1234 5678。路过的人会摔倒"), ("lat", "31.337912"), ("long", "121.441234"),
            ("first_name", "芳"), ("last_name", "李"), ("phone", "139 1234 5678"), ("email", "li@example.org"), ("media_url", "https://example.org/a.jpg"), ("device_id", "x"));
        world.Directory.PointsLieIn(null);

        var seen = (await world.As(author).GetFromJsonAsync<GetIssue.View>($"{Root}/{id}", Json))!;
        Assert.Equal((Channel.Open311, "safety", world.Building12, true), (seen.Channel, seen.Category, seen.AreaId, seen.HideName));
        Assert.Equal("井盖松了，请打 ****", seen.Title);
        Assert.Equal(("https://example.org/a.jpg", 31.337912), (seen.Posted!.MediaUrl, seen.Posted.Latitude));
        var kept = await world.In(world.Ours, db => db.PostedRequests.AsNoTracking().SingleAsync(x => x.IssueId == id));
        Assert.Equal(_integrator, kept.IntegratorId);
        Assert.DoesNotContain("example.org", kept.Contact, StringComparison.Ordinal);
        Assert.DoesNotContain("李", kept.Contact, StringComparison.Ordinal);

        var staff = world.Somebody(Role.CommitteeStaff);
        var contact = (await world.As(staff).GetFromJsonAsync<Contact>($"{Root}/{id}/contact", Json))!;
        Assert.Equal(("李 芳", "+8613912345678", "li@example.org"), (contact.Name, contact.Phone, contact.Email));
        Assert.True(await world.In(world.Ours, db => db.Audits.AnyAsync(x => x.SubjectId == id && x.Subject == "Issue.Contact" && x.ActorId == staff)));

        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/{id}/accept"));
        var shown = await world.Anonymous().GetStringAsync($"/open311/v2/requests/{id}.json?jurisdiction_id=zhangmiao");
        foreach (var secret in new[] { "12345678", "李", "li@example.org", "31.337912", "a.jpg", $"{author}", "路过" }) Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.Equal(31.338, (double)JsonNode.Parse(shown)![0]!["lat"]!);
    }

    [Fact]
    public async Task WhoeverPosted_SeesItBeforeItIsOnTheBoard_AndAfterItIsDeclined()
    {
        var key = Key();
        var id = await Posted(key, ("service_code", "other"), ("description", "没有电话"), ("address_string", "共和新路 1 号"));
        async Task<(HttpStatusCode, string?, string?)> Look(string query)
        {
            using var answer = await world.Anonymous().GetAsync($"/open311/v2/requests/{id}.json?jurisdiction_id=zhangmiao{query}");
            var shown = JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!;
            return (answer.StatusCode, (string?)shown["status"], (string?)shown["description"]);
        }

        // Whoever has its id knows that it is there, as clients do that ask without their key; what it says is for whoever posted it.
        Assert.Equal((HttpStatusCode.OK, "open", null), await Look(""));
        Assert.Equal((HttpStatusCode.OK, "open", "没有电话"), await Look($"&api_key={key}"));
        Assert.Equal((HttpStatusCode.OK, "open", null), await Look($"&api_key={Key(Guid.CreateVersion7())}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Look("&api_key=o3-nonsense")).Item1);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/{id}/decline", new { reason = "请找区里" }));
        Assert.Equal((HttpStatusCode.OK, "closed", "没有电话"), await Look($"&api_key={key}"));
        // Nobody is known by a phone: the integrator's own.
        Assert.Equal(_integrator, await world.In(world.Ours, db => db.Issues.Where(x => x.Id == id).Select(x => x.AuthorId).SingleAsync()));
    }

    [Fact]
    public async Task BadForms_AreToldAllThatIsWrong_AndLeaveNothingBehind()
    {
        var before = await world.In(world.Ours, db => db.Issues.CountAsync());
        async Task Refused(string[] codes, params (string, string)[] fields)
        {
            using var answer = await Post(world.Anonymous(), "json", Key(), fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Select(x => ((string)x!["description"]!).Split(':')[0]);
            Assert.Equal(codes, errors);
        }

        await Refused(["field.needed"]);
        await Refused(["issue.unknown-category"], ("service_code", "nothing"), ("address_string", "x"));
        await Refused(["location.needed"], ("service_code", "safety"));
        await Refused(["field.bad", "field.bad", "field.bad", "field.bad", "field.bad"], ("service_code", "safety"), ("lat", "91"), ("long", "0"), ("phone", "12"), ("email", "x"),
            ("media_url", "javascript:alert(1)"), ("address_id", "nowhere"));
        await Refused(["field.bad"], ("service_code", "safety"), ("lat", "NaN"), ("long", "121"));
        await Refused(["field.bad"], ("service_code", "safety"), ("lat", "31"));
        await Refused(["field.bad"], ("service_code", "safety"), ("address_string", new string('x', 301)));
        await Refused(["request.malformed"], ("service_code", "safety"), ("description", "a\0b"));
        Assert.Equal(before, await world.In(world.Ours, db => db.Issues.CountAsync()));
        using var json = await world.Anonymous().PostAsJsonAsync($"/open311/v2/requests.json?jurisdiction_id=zhangmiao&api_key={Key()}", new { service_code = "safety" });
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
    }

    [Fact]
    public async Task Repeated_WithAnIdempotencyKey_IsOneIssue()
    {
        using var http = world.Anonymous();
        http.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        var key = Key();
        var (one, two) = (await Post(http, "xml", key, ("service_code", "safety"), ("address_id", "310113008/005/")), await Post(http, "xml", key, ("service_code", "safety"), ("address_id", "310113008/005/")));
        Assert.Equal(await one.Content.ReadAsStringAsync(), await two.Content.ReadAsStringAsync());
        Assert.Contains("<service_request_id>", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatACategoryAsks_IsDefined_Checked_AndShownToStaff()
    {
        var admin = world.As(world.Somebody(Role.TenantAdmin));
        var category = (await admin.GetFromJsonAsync<List<KeepQuestions.View>>($"{Root}/questions", Json))!.Single(x => x.Code == "parking");
        object[] questions =
        [
            new { code = "PLATE", type = "Line", required = true, description = "车牌号", descriptionEn = "Plate", hint = "沪A12345" },
            new { code = "KIND", type = "SeveralOf", description = "哪一种", choices = new[] { new { key = "a", name = "占道" }, new { key = "b", name = "僵尸车" } } },
            new { code = "SINCE", type = "Time", description = "从什么时候开始" }, new { code = "HOWMANY", type = "Number", description = "几辆" },
            new { code = "INFO", type = "Text", expectsAnswer = false, description = "夜间请打交警电话" }, new { code = "ONE", type = "OneOf", description = "选一个", choices = new[] { new { key = "x", name = "甲" } } },
        ];
        async Task<HttpResponseMessage> Put(object[] asked, int version = 0)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Root}/questions/{category.CategoryId}") { Content = JsonContent.Create(new { questions = asked }) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            return await admin.SendAsync(request);
        }

        await Refused("question.code-twice", await Put([questions[0], questions[0]]));
        await Refused("question.no-choices", await Put([new { code = "X", type = "OneOf", description = "选" }]));
        await Is(HttpStatusCode.OK, await Put(questions));
        await Refused("conflict.stale", await Put([]));

        var definition = JsonNode.Parse(await world.Anonymous().GetStringAsync("/open311/v2/services/parking.json?jurisdiction_id=zhangmiao"))!["attributes"]!.AsArray();
        Assert.Equal(["string", "multivaluelist", "datetime", "number", "text", "singlevaluelist"], definition.Select(x => (string)x!["datatype"]!));
        Assert.True((bool)JsonNode.Parse(await world.Anonymous().GetStringAsync("/open311/v2/services.json?jurisdiction_id=zhangmiao"))!.AsArray().Single(x => (string?)x!["service_code"] == "parking")!["metadata"]!);

        (string, string)[] told = [("service_code", "parking"), ("address_string", "x")];
        using var bad = await Post(world.Anonymous(), "json", Key(), [.. told, ("attribute[KIND]", "z"), ("attribute[SINCE]", "昨天"), ("attribute[HOWMANY]", "很多"), ("attribute[ONE]", "y")]);
        Assert.Equal(5, JsonNode.Parse(await bad.Content.ReadAsStringAsync())!.AsArray().Count);
        var id = await Posted([.. told, ("attribute[PLATE]", "沪A12345"), ("attribute[KIND][]", "a"), ("attribute[KIND][]", "b"), ("attribute[HOWMANY]", "2"), ("attribute[OTHER]", "x")]);

        var seen = (await world.Staff().GetFromJsonAsync<GetIssue.View>($"{Root}/{id}", Json))!.Posted!;
        Assert.Equal(["PLATE 沪A12345", "KIND 占道,僵尸车", "HOWMANY 2"], seen.Answers.Select(x => $"{x.Code} {string.Join(',', x.Values)}"));
        await Is(HttpStatusCode.OK, await Put([], 1));
    }

    internal static async Task<HttpResponseMessage> Post(HttpClient http, string format, string? key, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("jurisdiction_id", "zhangmiao"), .. key is null ? [] : new[] { KeyValuePair.Create("api_key", key) }, .. fields.Select(x => KeyValuePair.Create(x.Name, x.Value))]);
        return await http.PostAsync($"/open311/v2/requests.{format}", form);
    }

    private string Key(Guid? integrator = null)
    {
        var key = $"o3-{Guid.CreateVersion7()}";
        world.Directory.HasKey(integrator ?? _integrator, key, world.Ours);
        return key;
    }

    private Task<Guid> Posted(params (string, string)[] fields) => Posted(Key(), fields);

    private async Task<Guid> Posted(string key, params (string, string)[] fields)
    {
        using var answer = await Post(world.Anonymous(), "json", key, fields);
        await Is(HttpStatusCode.OK, answer);
        return Guid.Parse((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!["service_request_id"]!);
    }
}
