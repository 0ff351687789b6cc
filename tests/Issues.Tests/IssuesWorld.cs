using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Issues.Data;
using Platform.Issues.Features;
using Platform.Worlds;
using Xunit;

namespace Platform.Issues.Tests;

/// <summary>The service as it runs, and the verbs of its domain.</summary>
public sealed class IssuesWorld() : PlacesWorld<Program, IssuesDb>("issues")
{
    public const string Root = "/api/v1/issues";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public HttpClient Staff() => As(Somebody(Role.CommitteeStaff));

    /// <summary>An issue, its author and the way to speak as them.</summary>
    public sealed record Case(Guid Id, string Receipt, Guid AuthorId, HttpClient Author)
    {
        public string Door => $"{Root}/{Id}";
    }

    public async Task<Case> Reported(Guid? areaId = null, string title = "电线下的死角", Guid? author = null, IReadOnlyList<Guid>? photos = null,
        string text = "堆满了旧家具，没有人管。")
    {
        var person = author ?? Guid.CreateVersion7();
        var http = As(person);
        var answer = await Send(http, $"{Root}/", new { title, text, category = "environment", areaId = areaId ?? Building12, photoIds = photos });
        await Is(HttpStatusCode.Created, answer);
        var told = await Read<ReportIssue.Answer>(answer);
        return new Case(told.Id, told.ReceiptNumber, person, http);
    }

    /// <summary>An issue that another system posted over Open311, with a name to call back.</summary>
    public async Task<Guid> Posted()
    {
        Directory.HasKey(Guid.CreateVersion7(), "o3-world", Ours);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["jurisdiction_id"] = "zhangmiao", ["api_key"] = "o3-world", ["service_code"] = "safety", ["address_string"] = "长江西路", ["first_name"] = "芳",
        });
        var answer = await Anonymous().PostAsync(new Uri("/open311/v2/requests.json", UriKind.Relative), form);
        await Is(HttpStatusCode.OK, answer);
        return (Guid)JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!["service_request_id"]!;
    }

    public async Task<Case> Accepted(Guid? areaId = null) => await Then(await Reported(areaId), x => Send(Staff(), $"{x.Door}/accept"));

    public async Task<Case> Triaged(Scale scale = Scale.Hard, bool fastLane = false, Guid? areaId = null) =>
        await Then(await Accepted(areaId), x => Send(Staff(), $"{x.Door}/triage", new { scale, fastLane, reason = "涉及多个部门" }));

    /// <summary>In action by a resolution: one action in the property company's hands, one in the volunteers'.</summary>
    public async Task<(Case Issue, ResolutionAdopted Resolution)> InAction(params ActionKind[] kinds)
    {
        var issue = await Triaged();
        var resolution = Resolution(issue.Id, kinds.Length > 0 ? kinds : [ActionKind.Property, ActionKind.Volunteers]);
        await Deliver(resolution);
        return (issue, resolution);
    }

    public ResolutionAdopted Resolution(Guid issueId, params ActionKind[] kinds) => Resolution(issueId, Guid.CreateVersion7(), Guid.CreateVersion7(), kinds);

    public ResolutionAdopted Resolution(Guid issueId, Guid meeting, Guid item, params ActionKind[] kinds) => Fact(new ResolutionAdopted
    {
        MeetingId = meeting, ItemId = item, AreaId = Neighbourhood, IssueId = issueId,
        Actions = [.. kinds.Select(x => new ResolvedAction
        {
            ActionId = Guid.CreateVersion7(), Kind = x, What = $"清理死角（{x}）", AreaId = Neighbourhood, DueOn = new DateOnly(2026, 12, 10),
        })],
    });

    public AgendaPublished Agenda(Guid meeting, params (Guid Item, Guid Issue)[] items) => Fact(new AgendaPublished
    {
        BodyId = Guid.CreateVersion7(), AreaId = Neighbourhood, StartsAt = Clock.GetUtcNow().AddDays(3),
        Items = [.. items.Select(x => new PublishedItem { ItemId = x.Item, IssueId = x.Issue })],
    }, meeting);

    public ActionCompleted Done(ResolvedAction action, ResolutionAdopted of) =>
        Fact(new ActionCompleted { ActionId = action.ActionId, Kind = action.Kind, ResolutionId = of.SubjectId, IssueId = of.IssueId });

    /// <summary>Everything done, by the property company; who did it is told.</summary>
    public async Task<(Case Issue, Guid Doer)> Verifying()
    {
        var (issue, resolution) = await InAction(ActionKind.Property);
        var doer = Somebody(Role.PropertyManager);
        await Is(HttpStatusCode.NoContent, await Finish(As(doer), issue, resolution.Actions[0].ActionId));
        return (issue, doer);
    }

    public async Task<Case> AwaitingRating() => await Then((await Verifying()).Issue, x => Send(Staff(), $"{x.Door}/verify", new { done = true }));

    public async Task<HttpResponseMessage> Finish(HttpClient http, Case issue, Guid actionId) =>
        await Send(http, $"{issue.Door}/actions/{actionId}/done", new { note = "已清理", photoIds = new[] { await Uploaded(http) } });

    public async Task<Guid> Uploaded(HttpClient http, byte[]? photo = null)
    {
        var answer = await Upload(http, photo ?? TestPhotos.Jpeg());
        await Is(HttpStatusCode.Created, answer);
        return (await Read<UploadPhoto.Answer>(answer)).Id;
    }

    public static Task<HttpResponseMessage> Upload(HttpClient http, byte[] photo, string name = "a.jpg", string type = "image/jpeg")
    {
        var part = new ByteArrayContent(photo) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return http.PostAsync(new Uri($"{Root}/photos", UriKind.Relative), new MultipartFormDataContent { { part, "photo", name } });
    }

    public async Task<Guid> Campaign(string? code = null, DateOnly? from = null, DateOnly? to = null)
    {
        var answer = await Send(Staff(), $"{Root}/campaigns/", new
        {
            code = code ?? $"c{$"{Guid.CreateVersion7():n}"[8..]}", name = "花园怎么建，您来说", purpose = "空地要变花园，先听大家的。", means = (string[])["Poster", "Stand"],
            areaId = Neighbourhood, from = from ?? new DateOnly(2026, 11, 1), to = to ?? new DateOnly(2026, 12, 31),
        });
        await Is(HttpStatusCode.Created, answer);
        return (await Read<KeepCampaigns.View>(answer)).Id;
    }

    public async Task<GetIssue.View> Look(Case issue) => (await issue.Author.GetFromJsonAsync<GetIssue.View>(issue.Door, Json))!;

    public static async Task<HttpResponseMessage> Send(HttpClient http, string path, object? body = null, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }

    public static async Task<T> Read<T>(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<T>(Json))!;

    public static async Task Is(HttpStatusCode wanted, HttpResponseMessage answer) =>
        Assert.True(wanted == answer.StatusCode, $"{answer.StatusCode}, wanted {wanted}: {await answer.Content.ReadAsStringAsync()}");

    /// <summary>Refused with this code.</summary>
    public static async Task Refused(string code, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(text.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal), $"{answer.StatusCode}, wanted {code}: {text}");
    }

    private static async Task<Case> Then(Case issue, Func<Case, Task<HttpResponseMessage>> act)
    {
        (await act(issue)).EnsureSuccessStatusCode();
        return issue;
    }
}
