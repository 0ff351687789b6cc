using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using Platform.Standalone.Processes;

namespace Platform.Journeys;

/// <summary>
/// A meeting's record from the first hand that is raised to the minutes on the board: typed at a desk whose connection is lost twice, read over by
/// somebody else, and opened as the Word document that an office files.
/// </summary>
public sealed class PaperTrail(StartedPlatform platform) : Journey(platform)
{
    private const int Member = 15, Other = 14, Clerk = 5, Secretary = 7;
    private const string Words = "一、到会情况\n应到 2 人，实到 2 人。\n二、楼道灯\n换成声控灯。", More = "\n（一）费用\n由物业承担。";

    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private IPage _desk = null!, _phone = null!;
    private Player _secretary = null!;

    [Fact]
    public async Task AMeetingIsRecorded_AndItsMinutesAreReadByWhoeverAsks()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        if (Clock.Now.ToOffset(TimeSpan.FromHours(8)).Hour >= 23) await Clock.PassTo(Clock.At(Clock.Today.AddDays(1), 9));
        _secretary = await SignIn(Secretary);
        (_desk, _phone) = (await browser.DeskOf("secretary"), await browser.Phone());

        var meeting = await InSession();
        await SomebodySpeaks(meeting);
        var item = await PointsAreRecorded(meeting);
        await ItIsResolved(meeting, item);
        await See(_desk, $"/console/meetings/{meeting}");
        await _desk.Send("conclude");

        await Minutes_AreTyped_ThroughALostConnection(meeting);
        await Minutes_AreReadOver_BySomebodyElse(meeting);
        await See(_desk, $"/console/meetings/{meeting}/minutes");
        await See(_desk, $"/console/meetings/{meeting}/minutes/print");
        await See(_desk, "/console/meetings/breaches");
        await See(_phone, $"/zhangmiao/meetings/{meeting}");
        await See(_phone, "/zhangmiao/bodies");

        await Word_OpensAndReadsRight(meeting);
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task<Guid> InSession()
    {
        var body = MeetingActs.IdOf(await _secretary.Post("/api/v1/meetings/bodies", new
        {
            kind = "RedCouncil", areaId = Zhangmiao.Neighbourhood, name = $"红色议事会 {Guid.CreateVersion7():n}"[..20],
            seats = new[] { new { personId = Zhangmiao.Person(Member), name = "吴秀珍", @class = "Residents" }, new { personId = Zhangmiao.Person(Other), name = "钱晓明", @class = "Residents" } },
            rules = new { text = "每人每次发言不超过三分钟；纪要由另一人审核。", shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 3, publicationDays = 7, speakingSeconds = 180, minutesApproved = true },
        }));
        var meeting = MeetingActs.IdOf(await _secretary.Post("/api/v1/meetings", new
        {
            bodyId = body, startsAt = Clock.Now.AddMinutes(3), place = "小区议事厅", freeItems = new[] { new { title = "楼道灯要不要换" } }, mode = "Hybrid", link = "https://meet.example.org/sitang",
        }));
        await _secretary.Convene(meeting, "灯已坏，先议");
        await See(_desk, $"/console/meetings/{meeting}/notice");
        await See(_desk, $"/console/meetings/{meeting}/sign-in-sheet");
        await _secretary.Open(meeting);
        await _secretary.Put($"/api/v1/meetings/{meeting}/officers", new { chair = new { name = "李书记" }, recorder = new { name = "陆书记员" } });
        return meeting;
    }

    private async Task SomebodySpeaks(Guid meeting)
    {
        await See(_desk, $"/console/meetings/{meeting}");
        await _desk.Send("check-in", ("People", $"{Zhangmiao.Person(Other)}"), ("Paper", "true"));
        await _phone.GotoAsync($"/zhangmiao/my-meetings/{meeting}");
        await _phone.Send("send", ("Phone", Zhangmiao.Phone(Member)));
        await _phone.Send("enter", ("Code", (await _phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!));
        await _secretary.CheckIn(meeting, Zhangmiao.Person(Member));
        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
        await _phone.Send("hand");
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send("guest", ("GuestName", "王工"), ("GuestFrom", "设计院"));
        var turn = (await _secretary.Get($"/api/v1/meetings/{meeting}/speakers")).GetProperty("waiting")[0].GetProperty("id").GetGuid();
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"give-{turn:n}");
        await See(_desk, $"/console/meetings/{meeting}/room");
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send("end-turn");
    }

    private async Task<Guid> PointsAreRecorded(Guid meeting)
    {
        var item = (await _secretary.Meeting(meeting)).GetProperty("items")[0].GetProperty("id").GetGuid();
        await _desk.GotoAsync($"/console/meetings/{meeting}");
        await _desk.Send($"say-{item:n}", ($"Speaker-{item:n}", $"{Zhangmiao.Person(Member)}"), ($"What-{item:n}", "晚上看不清台阶"));
        return item;
    }

    private async Task ItIsResolved(Guid meeting, Guid item)
    {
        var vote = await _secretary.OpenVote(meeting, item, "换成声控灯？");
        await _secretary.Vote(meeting, vote, "For", Zhangmiao.Person(Member));
        await TheScreenOfTheRoom_OutlivesItsService(meeting, async () => await _secretary.Vote(meeting, vote, "For", Zhangmiao.Person(Other)));
        await _secretary.CloseVote(meeting, vote);
        await See(_desk, $"/console/meetings/{meeting}/items/{item}/resolution");
        await _desk.Send("resolve", ("Text", "换成声控灯"), ("Kind0", "Property"), ("DueOn0", $"{Clock.Today.AddDays(20):yyyy-MM-dd}"), ("What0", "买灯并装好"), ("ReviewOn", $"{Clock.Today.AddDays(30):yyyy-MM-dd}"));
    }

    /// <summary>In the middle of a vote the service is killed: the screen stays as it is, and goes on by itself.</summary>
    private async Task TheScreenOfTheRoom_OutlivesItsService(Guid meeting, Func<Task> another)
    {
        await _desk.GotoAsync($"/console/meetings/{meeting}/room");
        var cast = _desk.Locator(".gz-room-floor:has-text('换成声控灯？') b");
        Assert.Equal("1", await cast.InnerTextAsync());
        var before = Platform.Run.Processes.Single(x => x.Name == "meetings");
        Assert.True(Linux.SignalProcess(before.Pid!.Value, Signal.Kill));
        await Until.Holds("another process", () => Task.FromResult(Platform.Run.Processes.Single(x => x.Name == "meetings") is { Pid: { } pid } && pid != before.Pid));
        Assert.Equal("1", await cast.InnerTextAsync());
        await Until.Holds("meetings is healthy", async () => await Platform.Health("meetings") is System.Net.HttpStatusCode.OK, TimeSpan.FromMinutes(2));
        await Platform.IsWell();
        await another();
        await Assertions.Expect(cast).ToHaveTextAsync("2", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
    }

    private async Task Minutes_AreTyped_ThroughALostConnection(Guid meeting)
    {
        await _desk.GotoAsync($"/console/meetings/{meeting}/minutes?propose=true");
        Assert.Contains("赞成的意见：晚上看不清台阶", await _desk.InputValueAsync("[name=Text]"), StringComparison.Ordinal);
        await _desk.Context.SetOfflineAsync(true);
        await _desk.FillAsync("[name=Text]", Words);
        await Says("网络断了");
        await _desk.Context.SetOfflineAsync(false);
        await Says("已自动保存");
        Assert.Equal(Words, (await _secretary.Get($"/api/v1/meetings/{meeting}/minutes")).GetProperty("text").GetString());

        // The window is closed before the connection is back: what was typed waits on the device.
        await _desk.Context.SetOfflineAsync(true);
        await _desk.FillAsync("[name=Text]", Words + More);
        await _desk.GotoAsync("about:blank");
        await _desk.Context.SetOfflineAsync(false);
        await _desk.GotoAsync($"/console/meetings/{meeting}/minutes");
        await _desk.ClickAsync("[data-kept-take]");
        await Says("已自动保存");
        Assert.Equal(Words + More, (await _secretary.Get($"/api/v1/meetings/{meeting}/minutes")).GetProperty("text").GetString());
    }

    private async Task Minutes_AreReadOver_BySomebodyElse(Guid meeting)
    {
        await _desk.GotoAsync($"/console/meetings/{meeting}/minutes");
        await _desk.Send("hand-in");
        await See(_desk, $"/console/meetings/{meeting}/minutes");
        var clerk = await SignIn(Clerk);
        Assert.Contains((await clerk.Get("/api/v1/meetings/to-do")).EnumerateArray(), x => x.GetProperty("what").GetString() == "Approve");
        await clerk.Post($"/api/v1/meetings/{meeting}/minutes/approve", new { words = "同意" });
        await _desk.GotoAsync($"/console/meetings/{meeting}/minutes");
        await _desk.Send("publish");
    }

    private async Task Word_OpensAndReadsRight(Guid meeting)
    {
        await using var inside = await _desk.Context.APIRequest.GetAsync($"/console/meetings/{meeting}/minutes.docx");
        await using var outside = await _phone.Context.APIRequest.GetAsync($"/zhangmiao/meetings/{meeting}/minutes.docx");
        var (office, board) = (Read(await inside.BodyAsync()), Read(await outside.BodyAsync()));
        Assert.Contains("李书记", office, StringComparison.Ordinal);
        Assert.Contains("王工（设计院）", office, StringComparison.Ordinal);
        foreach (var words in (string[])["会议纪要", "由物业承担。", "买灯并装好", "公示时间"]) Assert.Contains(words, board, StringComparison.Ordinal);
        Assert.DoesNotContain("吴秀珍", board, StringComparison.Ordinal);
        await using var pdf = await _desk.Context.APIRequest.GetAsync($"/console/meetings/{meeting}/minutes.pdf");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.BodyAsync())[..8]), StringComparison.Ordinal);
    }

    private static string Read(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(x => x.Description));
        return string.Join('\n', document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(x => x.InnerText));
    }

    private Task Says(string words) => _desk.Locator($"[data-kept-state]:has-text('{words}')").WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });

    private async Task See(IPage page, string path)
    {
        Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (Browser.LooksAround) _wrong.AddRange(await _browser.Look(page));
    }
}
