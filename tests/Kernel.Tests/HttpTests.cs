using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Probe;
using Xunit;

namespace Platform.Kernel.Tests;

public class HttpTests(ProbeWorld world)
{
    [Fact]
    public async Task SameKey_SameAnswer_OneEffect()
    {
        using var staff = world.Staff();
        var (key, text) = (Guid.CreateVersion7().ToString(), "once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(staff, key, new { text })));

        var bodies = await Task.WhenAll(answers.Select(x => x.Content.ReadAsStringAsync()));
        Assert.All(answers, x => Assert.Equal(HttpStatusCode.Created, x.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(x => x.Headers.Location).Distinct());
        var id = (await answers[0].Content.ReadFromJsonAsync<Notes.View>())!.Id;
        Assert.Equal(1, await world.In(world.Ours, db => db.Audits.CountAsync(x => x.SubjectId == id)));
    }

    [Fact]
    public async Task SameKey_OtherRequest_IsRefused()
    {
        using var staff = world.Staff();
        var key = Guid.CreateVersion7().ToString();
        await Post(staff, key, new { text = "one" });
        await Refused(await Post(staff, key, new { text = "two" }), HttpStatusCode.UnprocessableEntity, "idempotency.key-used-differently");
    }

    [Fact]
    public async Task Refusal_IsAnAnswerToo()
    {
        using var staff = world.Staff();
        var key = Guid.CreateVersion7().ToString();
        var (first, second) = (await Post(staff, key, new { text = "" }), await Post(staff, key, new { text = "" }));
        Assert.Equal(HttpStatusCode.BadRequest, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    /// <summary>An answer without a body is kept like any other, and the connection that it came over goes on: nothing may be written after it.</summary>
    [Fact]
    public async Task SameKey_WhereTheAnswerIs204_HasOneEffect_AndTheConnectionGoesOn()
    {
        var connections = 0;
        using var staff = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = world.Address };
        staff.DefaultRequestHeaders.Authorization = world.Staff().DefaultRequestHeaders.Authorization;
        var note = await ProbeWorld.Write(staff, "heard");
        var key = Guid.CreateVersion7().ToString();

        List<HttpResponseMessage> answers = [await Hear(), await Hear(), await Hear()];
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/api/v1/probe/notes/{note.Id}")).StatusCode);
        Assert.Equal(1, connections);
        answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Hear())));

        foreach (var answer in answers)
            Assert.Equal((HttpStatusCode.NoContent, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal((1, 204), await world.In(world.Ours, async db => (
            (await db.Notes.AsNoTracking().SingleAsync(x => x.Id == note.Id)).Heard, (await db.Answers.AsNoTracking().SingleAsync(x => x.Key == key)).Status)));

        Task<HttpResponseMessage> Hear() => Send(staff, key, $"/api/v1/probe/notes/{note.Id}/heard", null);
    }

    /// <summary>What went wrong stays in the house: a code and a sentence, no effect, and the same key may try again.</summary>
    [Theory]
    [InlineData("zh-CN", "出了点问题")]
    [InlineData("en", "Something went wrong")]
    public async Task Failure_SaysNothingOfItself_AndUnderAKeyLeavesNothing(string language, string sentence)
    {
        using var staff = world.Staff();
        staff.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var note = await ProbeWorld.Write(staff, "breaks");
        var key = Guid.CreateVersion7().ToString();

        foreach (var answer in new[] { await Break(), await Break() })
        {
            var body = await answer.Content.ReadAsStringAsync();
            await Refused(answer, HttpStatusCode.InternalServerError, "unexpected");
            Assert.Contains(sentence, body, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        }

        Assert.Equal((0, false), await world.In(world.Ours, async db => (
            (await db.Notes.AsNoTracking().SingleAsync(x => x.Id == note.Id)).Heard, await db.Answers.AnyAsync(x => x.Key == key))));

        Task<HttpResponseMessage> Break() => Send(staff, key, $"/api/v1/probe/notes/{note.Id}/break", null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task AKeyThatIsNone_OrTooLong_IsRefused(int length)
    {
        using var staff = world.Staff();
        await Refused(await Post(staff, new string('k', length), new { text = "keyed" }), HttpStatusCode.BadRequest, "idempotency.bad-key");
    }

    [Fact]
    public async Task StaleWrite_Is412_AndChangesNothing()
    {
        using var staff = world.Staff();
        var note = await ProbeWorld.Write(staff, "one");
        Assert.Equal(HttpStatusCode.NoContent, (await Put(staff, note.Id, "two", Versions.ETag(note.Version))).StatusCode);
        await Refused(await Put(staff, note.Id, "three", Versions.ETag(note.Version)), HttpStatusCode.PreconditionFailed, "conflict.stale");
        Assert.Equal(HttpStatusCode.NoContent, (await Put(staff, note.Id, "three", "\"2\"")).StatusCode);
        Assert.Equal("\"3\"", (await staff.GetAsync($"/api/v1/probe/notes/{note.Id}")).Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Pages_GiveEveryRowOnce_NewestFirst()
    {
        using var staff = world.Staff();
        for (var i = 0; i < 7; i++) await ProbeWorld.Write(staff, $"page {i}");
        var (seen, after) = (new List<Guid>(), "");
        do
        {
            var page = (await staff.GetFromJsonAsync<Page<Notes.View>>($"/api/v1/probe/notes?limit=3{after}"))!;
            Assert.True(page.Items.Count <= 3);
            seen.AddRange(page.Items.Select(x => x.Id));
            after = page.Next is null ? null : $"&after={page.Next}";
        }
        while (after is not null);

        Assert.Equal(seen.Distinct().OrderByDescending(x => x.ToString()), seen);
        Assert.Equal(await world.In(world.Ours, db => db.Notes.CountAsync()), seen.Count);
        await Refused(await staff.GetAsync("/api/v1/probe/notes?after=nonsense!"), HttpStatusCode.BadRequest, "paging.bad-cursor");
    }

    [Theory]
    [InlineData("zh-CN", "请填写这一项。", "有些内容需要改一下。")]
    [InlineData("en", "This is needed.", "Some of what was entered needs a change.")]
    public async Task BadField_IsNamed_InTheReadersLanguage(string language, string sentence, string title)
    {
        using var staff = world.Staff();
        staff.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var problem = await (await Post(staff, null, new { text = "" })).Content.ReadFromJsonAsync<Problem>();
        Assert.Equal([sentence], problem!.Errors["text"]);
        Assert.Equal((title, "request.invalid"), (problem.Title, problem.Code));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"text\": 3}")]
    public async Task UnreadableBody_Is400_WithItsCode(string body)
    {
        using var staff = world.Staff();
        var answer = await staff.PostAsync("/api/v1/probe/notes", new StringContent(body, Encoding.UTF8, "application/json"));
        await Refused(answer, HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task UnknownAddress_And_WrongMethod_And_WrongType_SaySo()
    {
        using var staff = world.Staff();
        await Refused(await staff.GetAsync("/api/v1/probe/nothing"), HttpStatusCode.NotFound, "not-found");
        await Refused(await staff.DeleteAsync("/api/v1/probe/notes"), HttpStatusCode.MethodNotAllowed, "request.wrong-method");
        await Refused(await staff.PostAsync("/api/v1/probe/notes", new StringContent("x")), HttpStatusCode.UnsupportedMediaType, "request.wrong-media-type");
    }

    private sealed record Problem(string Title, string Code, Dictionary<string, string[]> Errors);

    private static Task<HttpResponseMessage> Post(HttpClient http, string? key, object body) => Send(http, key, "/api/v1/probe/notes", body);

    private static Task<HttpResponseMessage> Send(HttpClient http, string? key, string path, object? body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null) request.Headers.Add(Idempotency.Header, key);
        return http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Put(HttpClient http, Guid id, string text, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/probe/notes/{id}") { Content = JsonContent.Create(new { text }) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return http.SendAsync(request);
    }

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", body);
    }
}
