using System.Text;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Votes by the pages alone: a secret one and a ranked one on a phone without a script; a register from a sheet, and paper that two desks type in.</summary>
public sealed class BallotPages(StartedPlatform platform) : Journey(platform)
{
    private const int Member = 15, Other = 14;
    private const string Meetings = "/api/v1/meetings";

    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private Player _clerk = null!;
    private IPage _desk = null!, _phone = null!;

    [Fact]
    public async Task ASecretVote_AndARankedOne_OnAPhoneWithoutAScript()
    {
        await using var browser = await Opened();
        var (meeting, item) = await InSession();
        await See(_desk, $"/console/meetings/{meeting}");
        await _desk.Send($"recuse-{item:n}", ($"recuse-{item:n}.Who", $"{Zhangmiao.Person(Other)}"), ($"recuse-{item:n}.Kind", "StaysOut"), ($"recuse-{item:n}.Reason", "施工方是我亲戚"));
        await _desk.Send($"vote-{item:n}", ($"vote-{item:n}.Question", "是否安装"), ($"vote-{item:n}.Secret", "True"));
        var vote = await VoteOf(meeting, 0);

        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
        var (form, field) = ($"ballot-{vote:n}", $"ballot-{vote:n}.Receipt");
        var receipt = await _phone.InputValueAsync($"[name='{field}']");
        await _phone.Send(form, (form, "Against"));
        Assert.Contains(receipt, await _phone.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", await _phone.InputValueAsync($"[name='{field}']"));
        await _phone.Send(form, (form, "For"), (field, receipt));
        await Refused("vote.recused", async () => await (await SignIn(Other)).Post($"{Meetings}/{meeting}/votes/{vote}/ballots", new { choice = "For", receipt = $"{Guid.CreateVersion7():n}" }));
        await See(_desk, $"/console/meetings/{meeting}");
        await See(_desk, $"/console/meetings/{meeting}/votes/{vote}/papers");
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"close-{vote:n}");

        await See(_phone, $"/zhangmiao/my-votes/{meeting}/{vote}");
        await _phone.Send("find", ("find.Receipt", receipt));
        Assert.Contains("同意", await _phone.Locator(".gz-notice").Last.InnerTextAsync(), StringComparison.Ordinal);
        await Ranked(meeting, item);
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    [Fact]
    public async Task ARegister_FromASheet_AndPaperOfTwoDesks()
    {
        await using var browser = await Opened();
        var estate = $"{Random.Shared.Next(1_000_000):000000}";
        await See(_desk, "/console/meetings/owners");
        await Upload($"楼栋,室号,产权人,面积\n{estate},101,甲,六十\n{estate},102,乙,50\n", expectsPage: false);
        Assert.Contains("“六十”不是面积", await _desk.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        _wrong.AddRange(await _browser.Look(_desk));
        await Upload($"楼栋,室号,产权人,面积\n{estate},101,甲,60\n{estate},102,乙,50\n", expectsPage: true);
        await See(_desk);
        await _desk.Send("adopt");
        var (meeting, item) = await Announced();
        await See(_desk, $"/console/meetings/{meeting}");
        await _desk.Send($"vote-{item:n}", ($"vote-{item:n}.Question", $"门禁 {estate}"), ($"vote-{item:n}.Matter", "Ordinary"));
        var vote = await VoteOf(meeting, 0);

        var papers = $"/console/meetings/{meeting}/votes/{vote}/papers";
        var second = await browser.DeskOf("secretary");
        foreach (var (page, choice) in ((IPage, string)[])[(_desk, "For"), (second, "Against"), (_desk, "Against")])
        {
            await page.GotoAsync(papers);
            await page.Send("paper", ("Serial", "001"), ("Unit", $"{estate}-101"), ("Says", choice));
            _wrong.AddRange(await _browser.Look(page));
        }

        await _desk.Send("paper", ("Serial", "002"), ("Unit", $"{estate}-102"), ("Says", "For"));
        var open = (await _clerk.List($"{Meetings}/{meeting}/votes/{vote}/papers?open=true")).Single().GetProperty("id").GetGuid();
        await _desk.Send($"decide-{open:n}", ($"decide-{open:n}.Reason", "签名不全"), ($"decide-{open:n}.Counts", "False"));
        await See(_desk, $"/console/meetings/{meeting}/votes/{vote}/owners?voted=true");
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"close-{vote:n}");
        var closed = (await _clerk.Meeting(meeting)).GetProperty("items")[0].GetProperty("votes")[0];
        Assert.Equal((1, 6000, false), (closed.GetProperty("against").GetInt32(), closed.GetProperty("byOwners").GetProperty("byArea").GetProperty("takingPart").GetInt32(), closed.GetProperty("passed").GetBoolean()));
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Ranked(Guid meeting, Guid item)
    {
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"vote-{item:n}", ($"vote-{item:n}.Options", "东门\n西门\n南门"), ($"vote-{item:n}.Secret", "False"));
        var vote = await VoteOf(meeting, 1);
        var form = $"ballot-{vote:n}";
        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
        await _phone.Send(form, ($"{form}.1", "3"), ($"{form}.2", "1"));
        await See(_phone, $"/zhangmiao/my-votes/{meeting}/{vote}");
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"close-{vote:n}");
        await See(_desk, $"/console/meetings/{meeting}");
        Assert.Contains("选定：南门", await _desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
    }

    private async Task<Browser> Opened()
    {
        _browser = await Browser.Open(Platform.Run.Web!);
        if (Clock.Now.ToOffset(TimeSpan.FromHours(8)).Hour >= 23) await Clock.PassTo(Clock.At(Clock.Today.AddDays(1), 9));
        (_desk, _phone, _clerk) = (await _browser.DeskOf("staff"), await _browser.Phone(), await SignIn(5));
        return _browser;
    }

    private async Task<(Guid Meeting, Guid Item)> Announced()
    {
        var body = (await _clerk.Post($"{Meetings}/bodies", new
        {
            kind = "Coordination", areaId = Zhangmiao.Neighbourhood, name = $"协调会 {Guid.CreateVersion7():n}",
            seats = new[] { (Member, "吴秀珍"), (Other, "钱晓明") }.Select(x => new { personId = Zhangmiao.Person(x.Item1), name = x.Item2, @class = "Residents" }),
            rules = new { headsAtLeast = 1, majority = "Simple", noticeDays = 0, publicationDays = 7 },
        })).GetProperty("id").GetGuid();
        var meeting = (await _clerk.Post(Meetings, new { bodyId = body, startsAt = Clock.Now.AddMinutes(3), place = "议事厅", freeItems = new[] { new { title = "小区大门" } } })).GetProperty("id").GetGuid();
        await _clerk.Convene(meeting);
        return (meeting, (await _clerk.Meeting(meeting)).GetProperty("items")[0].GetProperty("id").GetGuid());
    }

    private async Task<(Guid Meeting, Guid Item)> InSession()
    {
        var (meeting, item) = await Announced();
        await _clerk.Open(meeting);
        await _clerk.CheckIn(meeting, Zhangmiao.Person(Member), Zhangmiao.Person(Other));
        await _phone.GotoAsync($"/zhangmiao/my-meetings/{meeting}");
        await _phone.Send("send", ("Phone", Zhangmiao.Phone(Member)));
        await _phone.Send("enter", ("Code", (await _phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!));
        return (meeting, item);
    }

    private async Task<Guid> VoteOf(Guid meeting, int round) =>
        (await _clerk.Meeting(meeting)).GetProperty("items")[0].GetProperty("votes")[round].GetProperty("id").GetGuid();

    private async Task Upload(string csv, bool expectsPage)
    {
        await _desk.SelectOptionAsync("[name=AreaId]", $"{Zhangmiao.Neighbourhood}");
        await _desk.SetInputFilesAsync("[name=Sheet]", new FilePayload { Name = "业主名册.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await _desk.RunAndWaitForResponseAsync(() => _desk.Locator("form:has([name=Sheet]) button.gz-primary").ClickAsync(), x => x.Request.Method == "POST");
        if (expectsPage) await _desk.IsAt("/[0-9a-f-]{36}");
        else await _desk.Locator("[role=alert]").WaitForAsync();
    }

    private async Task See(IPage page, string? path = null)
    {
        if (path is not null) Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        _wrong.AddRange(await _browser.Look(page));
    }
}
