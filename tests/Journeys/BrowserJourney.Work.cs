using System.Text.RegularExpressions;
using Platform.Demonstration.Acts;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <content>From the resolution on: three actions at three desks, the rating, and what everybody reads about it.</content>
public sealed partial class BrowserJourney
{
    private async Task Partners_Build()
    {
        var need = (await _clerk.NeedFor(_issue)).GetProperty("id").GetGuid();
        await See(_desk, $"/console/partners/needs/{need}");
        await _desk.Send($"match-{(await _clerk.Suggestions(need))[0].GetProperty("resourceId").GetGuid()}");
        await _desk.Send("record", ("PeopleServed", "120"), ("What", "花园营造完成"));
        await _desk.Send("confirm");
    }

    // One checks in and out on her own phone by the code that hangs at the meeting place, the other is ticked off at the desk.
    private async Task Volunteers_Keep()
    {
        var activity = (await _clerk.DraftFor(_issue)).GetProperty("id").GetGuid();
        var (day, mine, desk) = (Clock.Today.AddDays(2), $"/zhangmiao/activities/{activity}", $"/console/volunteers/{activity}");
        await See(_desk, desk);
        await _desk.Send("arrange", ("Place", "生境花园"), ("StartsAt", Local(Clock.At(day, 9))), ("EndsAt", Local(Clock.At(day, 12))), ("Capacity", "3"));
        await _desk.Send("open");
        await See(_author, mine);
        await _author.Send("sign-up");
        await _neighbour.GotoAsync(mine);
        await _neighbour.Send("sign-up");

        await Clock.PassTo(Clock.At(day, 9));
        await _desk.GotoAsync(desk);
        var code = await _desk.Locator("main b").Filter(new() { HasTextRegex = Code() }).First.InnerTextAsync();
        await _author.GotoAsync(mine);
        await _author.Send("check", ("Code", code), ("Way", "in"));
        await _desk.ReloadAsync();
        await _desk.Send(await FormOf("in-"));

        await Clock.PassTo(Clock.At(day, 12));
        await _author.GotoAsync(mine);
        await _author.Send("check", ("Code", code), ("Way", "out"));
        await See(_desk, desk);
        await _desk.Send(await FormOf("out-"));
        await _desk.Send("finish");
        await _desk.Send("verify");
        await _author.GotoAsync(mine);
        Assert.Matches(@"(2\.9\d|3|3\.0\d) 小时", await _author.Locator("main").InnerTextAsync());
    }

    private async Task Property_Clears()
    {
        var desk = await _browser.DeskOf("property");
        await desk.ClickAsync($"main a[href='/console/issues/{_issue}']");
        await desk.IsAt($"/console/issues/{_issue}");
        await See(desk);
        var action = (await _clerk.Issue(_issue)).GetProperty("actions").EnumerateArray().Single(x => x.GetProperty("kind").GetString() == "Property").GetProperty("id").GetGuid();
        await desk.Send($"finish-{action}", ($"Finish{action:n}.Note", "垃圾已清运"), ($"Finish{action:n}.PhotoIds", ""));
        await _clerk.Reaches(_issue, "Verifying");
    }

    // On a phone that is not signed in: number and phone tell how far it is; one tap more sends the code that lets its author rate.
    private async Task Verified_RatedByPhone()
    {
        var verifier = await _browser.DeskOf("verifier");
        await FromToDo(verifier, "/console/issues?status=Verifying", _issue);
        await verifier.Send("verify", ("IsDone", "true"), ("Verify.Words", "现场核查，已完成"));

        var phone = await _browser.Phone();
        await See(phone, "/zhangmiao/progress");
        await phone.Send("progress", ("Number", _number), ("Phone", _authorsPhone));
        await phone.Send("send");
        await phone.Send("enter", ("Code", await CodeShown(phone)));
        await See(phone);
        await phone.Send("rate", ("Score", "5"), ("Words", "死角成了花园，谢谢大家！"));
        Assert.Equal("Closed", await _clerk.StatusOf(_issue));
    }

    private async Task Told_InEveryService()
    {
        await Demonstration.Api.Until.Holds("the whole story on the console", async () =>
        {
            await _desk.GotoAsync($"/console/timelines/{_number}");
            return await Reads(_desk, "办结");
        });
        await See(_desk);
        foreach (var step in (string[])["受理", "列入议程并公布", "通过决议", "服务已提供", "志愿活动结束，时长核定", "居民评价", "办结"]) Assert.True(await Reads(_desk, step), step);

        string[] steps = ["列入议程", "会议通知已发出", "形成决议", "共建服务完成", "志愿活动完成", "评价 5 分", "办结"];
        await _author.GotoAsync($"/zhangmiao/issues/{_issue}");
        foreach (var step in steps) Assert.True(await Reads(_author, step), step);
        var phone = await _browser.Phone();
        await phone.GotoAsync("/zhangmiao/progress");
        await phone.Send("progress", ("Number", _number), ("Phone", _authorsPhone));
        foreach (var step in steps) Assert.True(await Reads(phone, step), $"under the receipt: {step}");
    }

    private static async Task<bool> Reads(Microsoft.Playwright.IPage page, string step) =>
        (await page.Locator(".gz-timeline").First.InnerTextAsync()).Contains(step, StringComparison.Ordinal);

    // The first of the roster's forms of a kind: which person, its name says.
    private async Task<string> FormOf(string kind)
    {
        var there = _desk.Locator($"input[name=_handler][value^='{kind}']");
        if (await there.CountAsync() == 0) Assert.Fail($"There is no form {kind}… at {_desk.Url}: {await _desk.Locator("body").InnerTextAsync()}");
        return (await there.First.GetAttributeAsync("value"))!;
    }

    [GeneratedRegex(@"^\s*\d{4,6}\s*$")]
    private static partial Regex Code();
}
