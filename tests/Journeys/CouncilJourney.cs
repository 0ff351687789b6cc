using System.Globalization;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>From nothing to a vote by the pages alone: a body is founded, seated and given rules at a desk; a member checks in and votes on a phone without a script.</summary>
public sealed class CouncilJourney(StartedPlatform platform) : Journey(platform)
{
    private const int Member = 15, Other = 14;

    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private IPage _desk = null!, _phone = null!;

    [Fact]
    public async Task ABodyIsFounded_AndItsMemberVotesOnAPhone()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        if (Clock.Now.ToOffset(TimeSpan.FromHours(8)).Hour >= 23) await Clock.PassTo(Clock.At(Clock.Today.AddDays(1), 9));
        (_desk, _phone) = (await browser.DeskOf("secretary"), await browser.Phone());

        var body = await Founded();
        await See(_desk, $"/console/meetings/bodies/{body}");
        await _desk.Send("plan", ("StartsAt", Clock.Now.AddMinutes(3).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)),
            ("Place", "小区议事厅"), ("Free0", "楼道灯要不要换"), ("Free1", "车棚充电"));
        var meeting = Guid.Parse(_desk.Url.Split('/')[^1]);
        await See(_desk, $"/console/meetings/{meeting}");
        await Agenda_IsPutInOrder(meeting);
        await _desk.Send("convene");
        await _desk.Send("open");

        await Member_ChecksIn(meeting);
        await Member_Votes(meeting);
        await See(_desk, "/console");
        await See(_phone, "/zhangmiao/meetings");
        await See(_phone, $"/zhangmiao/meetings/{meeting}");
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task<Guid> Founded()
    {
        await See(_desk, "/console/meetings/bodies/new");
        await _desk.Send("found", ("Kind", "RedCouncil"), ("AreaId", $"{Zhangmiao.Neighbourhood}"), ("Name", $"红色议事会 {Guid.CreateVersion7():n}"));
        var body = Guid.Parse(_desk.Url.Split('/')[^2]);
        foreach (var (number, name) in ((int, string)[])[(Member, "吴秀珍"), (Other, "钱晓明")])
        {
            await See(_desk, $"/console/meetings/bodies/{body}/seats?name={Uri.EscapeDataString(name)}");
            await _desk.Send($"seat-{Zhangmiao.Person(number):n}", ($"Class-{Zhangmiao.Person(number):n}", "Residents"));
        }

        await See(_desk, $"/console/meetings/bodies/{body}/rules");
        await _desk.Send("rules", ("Share", "2/3"), ("NoticeDays", "0"));
        Assert.Equal(2, await _desk.Locator(".gz-changed").CountAsync());
        await _desk.Locator("button[value=adopt]").ClickAsync();
        await _desk.Locator("button[value=adopt]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        return body;
    }

    private async Task Agenda_IsPutInOrder(Guid meeting)
    {
        var clerk = await SignIn(7);
        var items = (await clerk.Meeting(meeting)).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetGuid()).ToArray();
        await _desk.Send($"up-{items[1]:n}");
        await _desk.Send($"off-{items[1]:n}");
        Assert.Equal(items.Reverse(), (await clerk.Meeting(meeting)).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetGuid()));
    }

    private async Task Member_ChecksIn(Guid meeting)
    {
        await See(_desk, $"/console/meetings/{meeting}/room");
        await _desk.GotoAsync($"/console/meetings/{meeting}/room");
        var code = (await _desk.Locator(".gz-room-code").InnerTextAsync()).Trim();
        await _desk.GotoAsync("/console"); // The screen would load itself anew meanwhile.
        // What the QR code says; whoever is not signed in does so on the way.
        await _phone.GotoAsync($"/zhangmiao/my-meetings/{meeting}?code={code}");
        await _phone.Send("send", ("Phone", Zhangmiao.Phone(Member)));
        await _phone.Send("enter", ("Code", (await _phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!));
        await See(_phone);
        await _phone.Send("check-in", ("Code", code));
        await See(_phone, "/zhangmiao/my-meetings");
    }

    private async Task Member_Votes(Guid meeting)
    {
        var clerk = await SignIn(7);
        await clerk.CheckIn(meeting, Zhangmiao.Person(Other));
        var item = (await clerk.Meeting(meeting)).GetProperty("items").EnumerateArray().Single(x => x.GetProperty("outcome").GetString() == "Pending").GetProperty("id").GetGuid();
        var vote = await clerk.OpenVote(meeting, item, "换成声控灯？");
        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
        await _phone.Send($"ballot-{vote:n}", ($"ballot-{vote:n}", "Against"));
        await _phone.Send($"ballot-{vote:n}", ($"ballot-{vote:n}", "For"));
        var closed = await clerk.CloseVote(meeting, vote);
        Assert.Equal((1, 0, true), (closed.GetProperty("for").GetInt32(), closed.GetProperty("against").GetInt32(), closed.GetProperty("passed").GetBoolean()));
        await See(_phone, $"/zhangmiao/my-meetings/{meeting}");
        await See(_desk, $"/console/meetings/{meeting}/items/{item}/resolution");
    }

    private async Task See(IPage page, string? path = null)
    {
        if (path is not null) Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (Browser.LooksAround) _wrong.AddRange(await _browser.Look(page));
    }
}
