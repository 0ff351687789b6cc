using System.Globalization;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>The same loop in a real browser: a resident's phone without a script, and desks of those who answer. axe looks at every page on the way.</summary>
public sealed class BrowserJourney(StartedPlatform platform) : Journey(platform)
{
    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private Player _clerk = null!, _author = null!;
    private IPage _phone = null!, _desk = null!;
    private Guid _issue;
    private string _number = "";

    [Fact]
    public async Task TheLoop_ClosesInTheBrowser()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        _clerk = await SignIn(5);
        if (Clock.Now.ToOffset(TimeSpan.FromHours(8)).Hour >= 23) await Clock.PassTo(Clock.At(Clock.Today.AddDays(1), 9));

        await Resident_ReportsOnAPhone();
        _desk = await browser.DeskOf("staff");
        await See(_desk, "/console", "console");
        await Staff_AcceptMergeTriage();
        var meeting = await RedCouncil_Decides();
        await Partners_Build();
        await Volunteers_Keep();
        await Property_Clears();
        await Verified_Rated_Told();
        foreach (var path in (string[])[$"/console/meetings/{meeting}", "/console/issues", "/console/insights"]) await See(_desk, path);
        await See(_desk, "/screen/zhangmiao", "dashboard");
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Resident_ReportsOnAPhone()
    {
        (_phone, var phone) = (await _browser.Phone(), NewPhone());
        await See(_phone, "/zhangmiao/report?campaign=poster-12");
        await _phone.Send("report-send", ("Phone", phone));
        await _phone.Send("report-enter", ("Code", (await _phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!));
        await See(_phone);
        await _phone.Send("report", ("Title", "高压线下的死角又脏又臭"), ("Category", "environment"), ("AreaId", $"{Zhangmiao.Building(12)}"),
            ("Text", "12号楼背后高压线下面堆满建筑垃圾，大家都绕着走。"), ("Photos", ""));
        _issue = Guid.Parse(_phone.Url.Split('/')[^1]);
        _number = (await _phone.Locator(".gz-receipt-number").InnerTextAsync()).Trim();
        await See(_phone, picture: "phone");
        _author = await Player.SignIn(Gateway, phone);
    }

    private async Task Staff_AcceptMergeTriage()
    {
        var twin = await (await NewResident()).Report(new Tale("高压线下垃圾堆", "和12号楼说的是一处。", "environment", Zhangmiao.Building(13)));
        await See(_desk, $"/console/issues/{_issue}");
        await _desk.Send("accept");
        await _desk.GotoAsync($"/console/issues/{twin.Id}");
        await _desk.Send("merge", ("Merge.Into", _number), ("Merge.Words", "同一处死角"));
        await _desk.GotoAsync($"/console/issues/{_issue}");
        await _desk.Send("triage", ("Scale", "Hard"), ("Triage.Reason", "涉及电力、绿化、物业多方"));
    }

    private async Task<Guid> RedCouncil_Decides()
    {
        var council = (await _clerk.Bodies(Zhangmiao.Neighbourhood, "RedCouncil")).Single(x => x.GetProperty("name").GetString() == "泗塘三村红色议事会").GetProperty("id").GetGuid();
        await _clerk.Waits(council, _issue);
        await See(_desk, $"/console/meetings/bodies/{council}");
        await _desk.Send("plan", ("IssueIds", $"{_issue}"), ("StartsAt", Local(Clock.Now.AddMinutes(3))), ("Place", "小区议事厅"));
        var meeting = Guid.Parse(_desk.Url.Split('/')[^1]);
        await _desk.Send("convene", ("Waiver", "现场有安全隐患，经党总支同意缩短通知期"));
        await _desk.Send("open");
        foreach (var box in await _desk.Locator("input[name=People]").AllAsync()) await box.CheckAsync();
        await _desk.Send("check-in");
        var item = await _clerk.ItemAbout(meeting, _issue);
        await _desk.Send($"vote-{item:n}");
        await See(_desk);
        foreach (var yes in await _desk.Locator("input[value=For]").AllAsync()) await yes.CheckAsync();
        var vote = (await _clerk.Meeting(meeting)).GetProperty("items")[0].GetProperty("votes")[0].GetProperty("id").GetGuid();
        await _desk.Send($"ballots-{vote:n}");
        await _desk.Send($"close-{vote:n}");
        await See(_desk, $"/console/meetings/{meeting}/items/{item}/resolution");
        var due = Clock.Today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _desk.Send("resolve", ("Text", "将高压线下空地改造为生境花园"), ("Kind0", "Property"), ("What0", "清运建筑垃圾"), ("DueOn0", due),
            ("Kind1", "Partner"), ("What1", "设计并营造花园"), ("DueOn1", due), ("Kind2", "Volunteers"), ("What2", "花园首次集体养护"), ("DueOn2", due));
        await _desk.Send("conclude");
        await _clerk.Reaches(_issue, "InAction");
        return meeting;
    }

    private async Task Partners_Build()
    {
        var need = (await _clerk.NeedFor(_issue)).GetProperty("id").GetGuid();
        await See(_desk, $"/console/partners/needs/{need}");
        await _desk.Send($"match-{(await _clerk.Suggestions(need))[0].GetProperty("resourceId").GetGuid()}");
        await _desk.Send("record", ("PeopleServed", "120"), ("What", "花园营造完成"));
        await _desk.Send("confirm");
    }

    private async Task Volunteers_Keep()
    {
        var activity = (await _clerk.DraftFor(_issue)).GetProperty("id").GetGuid();
        var day = Clock.Today.AddDays(2);
        await See(_desk, $"/console/volunteers/{activity}");
        await _desk.Send("arrange", ("Place", "生境花园"), ("StartsAt", Local(Clock.At(day, 9))), ("EndsAt", Local(Clock.At(day, 12))), ("Capacity", "3"));
        await _desk.Send("open");
        await See(_phone, $"/zhangmiao/activities/{activity}");
        await _author.SignUp(activity);
        await Clock.PassTo(Clock.At(day, 9));
        await _clerk.ArriveAt(activity, _author.Id);
        await Clock.PassTo(Clock.At(day, 12));
        await See(_desk, $"/console/volunteers/{activity}");
        await _desk.Send("finish");
        await _desk.Send("verify");
    }

    private async Task Property_Clears()
    {
        var desk = await _browser.DeskOf("property");
        await See(desk, $"/console/issues/{_issue}");
        var action = (await _clerk.Issue(_issue)).GetProperty("actions").EnumerateArray().Single(x => x.GetProperty("kind").GetString() == "Property").GetProperty("id").GetGuid();
        await desk.Send($"finish-{action}", ($"Finish{action:n}.Note", "垃圾已清运"), ($"Finish{action:n}.PhotoIds", ""));
        await _clerk.Reaches(_issue, "Verifying");
    }

    private async Task Verified_Rated_Told()
    {
        var verifier = await _browser.DeskOf("verifier");
        await verifier.GotoAsync($"/console/issues/{_issue}");
        await verifier.Send("verify", ("IsDone", "true"), ("Verify.Words", "现场核查，已完成"));
        await See(_phone, $"/zhangmiao/issues/{_issue}");
        await _phone.Send("rate", ("Score", "5"), ("Words", "死角成了花园，谢谢大家！"));
        Assert.Equal("Closed", await _clerk.StatusOf(_issue));
        await _phone.GotoAsync("/zhangmiao/progress");
        await _phone.Send("progress", ("Number", _number), ("Phone", _author.Phone));
        Assert.Contains("高压线下的死角又脏又臭", await _phone.ContentAsync(), StringComparison.Ordinal);
        await See(_desk, $"/console/timelines/{_number}");
    }

    private async Task See(IPage page, string? path = null, string? picture = null)
    {
        if (path is not null) Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (picture is not null) await Browser.Picture(page, picture);
        _wrong.AddRange(await _browser.Look(page));
    }

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
