using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Two clerks look at the same issue and both act. The first one's act counts; the later one overwrites nothing, is told so, and keeps every word.</summary>
public sealed class TwoAtOnce(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task TheLaterClerk_IsTold_AndKeepsTheirWords()
    {
        await using var browser = await Browser.Open(Platform.Run.Web!);
        var (resident, clerk) = (await NewResident(), await SignIn(5));
        var issue = await resident.Report(new Tale("绿化带被占用停车", "三号楼前的绿化带天天停车。", "environment", Zhangmiao.Building(3)));
        await clerk.Accept(issue.Id);
        var (first, later) = (await browser.DeskOf("staff"), await browser.DeskOf("verifier"));
        foreach (var desk in (IPage[])[first, later]) await desk.GotoAsync($"/console/issues/{issue.Id}");

        // Whose handler it is was changed by the first; the later one's triage was made up without knowing that.
        var handler = await first.Locator("select[name=PersonId] option:not([value=''])").First.GetAttributeAsync("value");
        await first.Send("handler", ("PersonId", handler!));
        await Try(later, "triage", ("Scale", "Hard"), ("Triage.Reason", "占用绿化，涉及全小区"));

        Assert.Equal("Accepted", await clerk.StatusOf(issue.Id));
        Assert.NotEmpty(await later.Locator("[role=alert]").AllInnerTextsAsync());
        Assert.Equal("占用绿化，涉及全小区", await later.InputValueAsync("[name='Triage.Reason']"));
        Assert.True(await later.IsCheckedAsync("[name=Scale][value=Hard]"));

        // The page shows how things stand by now: sent once more, it counts.
        await later.Send("triage");
        Assert.Equal("Triaged", await clerk.StatusOf(issue.Id));
    }

    [Fact]
    public async Task AFormThatItsPageNoLongerHas_SaysSo_AndShowsWhatWasTyped()
    {
        await using var browser = await Browser.Open(Platform.Run.Web!);
        var (resident, clerk) = (await NewResident(), await SignIn(5));
        var issue = await resident.Report(new Tale("楼道灯不亮", "十号楼三楼的灯坏了一周。", "safety", Zhangmiao.Building(10)));
        var later = await browser.DeskOf("verifier");
        await later.GotoAsync($"/console/issues/{issue.Id}");

        await clerk.Accept(issue.Id);
        var answer = await later.RunAndWaitForResponseAsync(() => Try(later, "decline", ("Decline.Reason", "不属于本居委受理范围")), x => x.Request.Method == "POST");

        Assert.Equal(409, answer.Status);
        Assert.Contains("不属于本居委受理范围", await later.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Accepted", await clerk.StatusOf(issue.Id));
    }

    // As Forms.Send does, without the hope that it goes well.
    private static async Task Try(IPage page, string form, params (string Name, string Value)[] fields)
    {
        var there = page.Locator($"form:has(input[name='_handler'][value='{form}'])");
        if (await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}'])").CountAsync() > 0)
            await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}']) > summary").First.ClickAsync();
        foreach (var (name, value) in fields)
            if (await there.Locator($"[name='{name}']").First.GetAttributeAsync("type") == "radio") await there.Locator($"[name='{name}'][value='{value}']").CheckAsync();
            else await there.Locator($"[name='{name}']").FillAsync(value);
        await there.EvaluateAsync("form => form.setAttribute('data-awaiting', '')");
        await (await there.MainButton()).ClickAsync();
        await page.Locator("form[data-awaiting]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }
}
