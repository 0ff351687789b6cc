using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Meetings.Data;
using Platform.Worlds;

namespace Platform.Meetings.Tests;

/// <summary>Meetings as it runs, and the verbs of its domain.</summary>
public sealed class MeetingsWorld() : PlacesWorld<Program, MeetingsDb>("meetings")
{
    public IssuesStandIn Issues { get; private set; } = null!;

    /// <summary>Committee staff of the neighbourhood.</summary>
    public Guid Staff { get; private set; }

    /// <summary>The day in the street.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("services:issues:grpc:0", Issues.Address)];

    public override async ValueTask InitializeAsync()
    {
        Issues = await IssuesStandIn.Start();
        await base.InitializeAsync();
        Staff = Somebody(Role.CommitteeStaff);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issues.DisposeAsync();
    }

    /// <summary>POSTs as somebody (staff unless told) and gives the answer's status and body.</summary>
    public Task<(int Status, JsonNode? Body)> Post(string path, object? body = null, Guid? by = null) => Send(HttpMethod.Post, path, body, by);

    public async Task<JsonNode> Get(string path, Guid? by = null)
    {
        var (status, body) = await Send(HttpMethod.Get, path, null, by);
        return status == 200 ? body! : throw new InvalidOperationException($"GET {path}: {status} {body}");
    }

    public async Task<(int Status, JsonNode? Body)> Send(HttpMethod method, string path, object? body = null, Guid? by = null, string? ifMatch = null)
    {
        using var http = As(by ?? Staff);
        using var request = new HttpRequestMessage(method, $"/api/v1/meetings{path}");
        if (body is not null) request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>A body of the neighbourhood with so many residents' seats, and no notice needed unless told.</summary>
    public async Task<(Guid Id, Guid[] Members)> Body(int seats = 3, object? rules = null, Guid? area = null, Guid? also = null)
    {
        var members = Enumerable.Range(0, seats).Select(_ => Somebody(Role.Resident)).Concat(also is { } one ? [one] : Array.Empty<Guid>()).ToArray();
        var (status, body) = await Post("/bodies", new
        {
            kind = "RedCouncil", areaId = area ?? Neighbourhood, name = "红色议事会",
            seats = members.Select((x, i) => new { personId = x, name = $"代表{i + 1}", @class = "Residents" }),
            rules = rules ?? new { shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 0, publicationDays = 7 },
        });
        return status == 201 ? (Id(body), members) : throw new InvalidOperationException($"{status} {body}");
    }

    /// <summary>An issue that Issues triaged hard: it waits for the neighbourhood.</summary>
    public async Task<Guid> Triaged(Guid? area = null, AreaLevel level = AreaLevel.Neighbourhood, int version = 3)
    {
        var issue = Guid.CreateVersion7();
        Issues.Says(issue, $"高压线下的死角 {issue:n}");
        await Deliver(TriagedFact(issue, area ?? Neighbourhood, level, version));
        return issue;
    }

    public IssueTriaged TriagedFact(Guid issue, Guid area, AreaLevel level = AreaLevel.Neighbourhood, int version = 3, bool fastLane = false) =>
        Fact(new IssueTriaged { Scale = Scale.Hard, AreaId = Building12, DeliberationAreaId = area, DeliberationLevel = level, FastLane = fastLane }, issue, version)
            with
        { ReceiptNumber = "310113008-2026-000123" };

    /// <summary>A planned meeting an hour from now.</summary>
    public async Task<Guid> Planned(Guid body, params Guid[] issues)
    {
        var (status, planned) = await Post("", new
        {
            bodyId = body, startsAt = Clock.GetUtcNow().AddHours(1), place = "议事厅", issueIds = issues,
            freeItems = issues.Length == 0 ? new[] { new { title = "楼道灯" } } : [],
        });
        return status == 201 ? Id(planned) : throw new InvalidOperationException($"{status} {planned}");
    }

    /// <summary>A meeting in session, with these people checked in.</summary>
    public async Task<Guid> InSession(Guid body, Guid[] present, params Guid[] issues)
    {
        var meeting = await Planned(body, issues);
        await Must(Post($"/{meeting}/convene", new { }));
        await Must(Post($"/{meeting}/open"));
        if (present.Length > 0) await Must(Post($"/{meeting}/check-ins", new { personIds = present }));
        return meeting;
    }

    public async Task<Guid> FirstItem(Guid meeting) => Guid.Parse((string)(await Get($"/{meeting}"))["items"]![0]!["id"]!);

    public async Task<Guid> OpenVote(Guid meeting, Guid item) => Guid.Parse((string)(await Must(Post($"/{meeting}/items/{item}/votes", new { })))!["voteId"]!);

    /// <summary>Everybody of these votes for; the vote is closed.</summary>
    public async Task Passed(Guid meeting, Guid item, IEnumerable<Guid> voters)
    {
        var vote = await OpenVote(meeting, item);
        foreach (var voter in voters) await Must(Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, voter));
        await Must(Post($"/{meeting}/votes/{vote}/close"));
    }

    public async Task<bool> InInbox(Guid body, Guid issue)
    {
        string? after = null;
        do
        {
            var page = await Get($"/bodies/{body}/inbox?limit=100{(after is null ? "" : $"&after={after}")}");
            if (page["items"]!.AsArray().Any(x => (string)x!["issueId"]! == issue.ToString())) return true;
            after = (string?)page["next"];
        }
        while (after is not null);
        return false;
    }

    public static async Task<JsonNode?> Must(Task<(int Status, JsonNode? Body)> answer)
    {
        var (status, body) = await answer;
        return status < 300 ? body : throw new InvalidOperationException($"{status} {body}");
    }

    public static void Refused(int status, string code, (int Status, JsonNode? Body) answer)
    {
        Xunit.Assert.Equal((status, code), (answer.Status, (string?)answer.Body?["code"]));
        Xunit.Assert.NotEqual(code, (string?)answer.Body?["title"]);
    }

    public static Guid Id(JsonNode? body) => Guid.Parse((string)body!["id"]!);
}
