using System.Globalization;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// The same loop in a real browser: residents' phones without a script, and desks of those who answer. Whatever anybody does is a form that
/// is pressed; REST is only asked whether a fact of another service has arrived. axe looks at every page on the way.
/// </summary>
public sealed partial class BrowserJourney(StartedPlatform platform) : Journey(platform)
{
    private readonly List<string> _wrong = [];
    private readonly string _authorsPhone = NewPhone();
    private Browser _browser = null!;
    private Player _clerk = null!;
    private IPage _author = null!, _neighbour = null!, _desk = null!;
    private Guid _issue, _twin;
    private string _number = "";

    [Fact]
    public async Task TheLoop_ClosesInTheBrowser()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        _clerk = await SignIn(5);
        if (Clock.Now.ToOffset(TimeSpan.FromHours(8)).Hour >= 23) await Clock.PassTo(Clock.At(Clock.Today.AddDays(1), 9));

        await Residents_ReportOnTheirPhones();
        _desk = await browser.DeskOf("staff");
        await See(_desk, "/console", "console");
        await Staff_AcceptMergeTriage();
        var meeting = await RedCouncil_Decides();
        await Partners_Build();
        await Volunteers_Keep();
        await Property_Clears();
        await Verified_RatedByPhone();
        await Told_InEveryService();
        foreach (var path in (string[])[$"/console/meetings/{meeting}", "/console/issues", "/console/insights"]) await See(_desk, path);
        await See(_desk, "/screen/zhangmiao", "dashboard");
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Residents_ReportOnTheirPhones()
    {
        (_author, _neighbour) = (await _browser.Phone(), await _browser.Phone());
        await See(_author, "/zhangmiao/report?campaign=poster-12");
        (_issue, _number) = await Report(_author, _authorsPhone, "高压线下的死角又脏又臭", "12号楼背后高压线下面堆满建筑垃圾，大家都绕着走。", 12, ("Photos", ""));
        await See(_author, picture: "phone");
        await _neighbour.GotoAsync("/zhangmiao/report");
        (_twin, _) = await Report(_neighbour, NewPhone(), "高压线下垃圾堆", "和12号楼说的是一处。", 13);
    }

    private static async Task<(Guid Id, string Number)> Report(IPage phone, string number, string title, string text, int building, params (string, string)[] more)
    {
        await phone.Send("report-send", ("Phone", number));
        await phone.Send("report-enter", ("Code", await CodeShown(phone)));
        await phone.Send("report", [("Title", title), ("Category", "environment"), ("AreaId", $"{Zhangmiao.Building(building)}"), ("Text", text), .. more]);
        // Something like it is on the board already: whoever sees that it is another matter, or wants to say it themselves, sends once more.
        if (await phone.Locator("input[name=Checked]").CountAsync() > 0) await phone.Send("report");
        return (Guid.Parse(phone.Url.Split('/')[^1]), (await phone.Locator(".gz-receipt-number").InnerTextAsync()).Trim());
    }

    private async Task Staff_AcceptMergeTriage()
    {
        await FromToDo(_desk, "/console/issues?status=Submitted", _issue);
        await See(_desk);
        await _desk.Send("accept");
        await FromToDo(_desk, "/console/issues?status=Submitted", _twin);
        await _desk.Send("merge", ("Merge.Into", _number), ("Merge.Words", "同一处死角"));
        await FromToDo(_desk, "/console/issues?status=Accepted", _issue);
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

    private async Task See(IPage page, string? path = null, string? picture = null)
    {
        if (path is not null) Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (picture is not null) await Browser.Picture(page, picture);
        // What residents see always; a desk with ./platform test --long.
        if (Browser.LooksAround || page.ViewportSize!.Width < 500) _wrong.AddRange(await _browser.Look(page));
    }

    // As people come to an issue: from the number on their to-do list, by the line of the list behind it.
    private static async Task FromToDo(IPage desk, string list, Guid issue)
    {
        await desk.GotoAsync("/console");
        await desk.ClickAsync($"a[href='{list}']");
        await desk.ClickAsync($"main a[href='/console/issues/{issue}']");
        await desk.IsAt($"/console/issues/{issue}");
    }

    private static async Task<string> CodeShown(IPage phone) => (await phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!;

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
