using Microsoft.Playwright;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>What staff put right by hand on registers, the roster and workshops: each form is sent as it stands, and its answer shown.</summary>
public sealed class DeskForms(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task OwnersRosterAndWorkshops_ArePutRight()
    {
        await Platform.IsWell();
        await using var browser = await Browser.Open(Platform.Run.Web!);
        var desk = await browser.DeskOf("secretary");

        await Owners(desk);
        await Roster(desk);
        // A workshop of the whole street is its administrator's.
        desk = await browser.DeskOf("admin");
        await Workshop(desk);
        if (Browser.LooksAround) Assert.Empty(await browser.Look(desk));
    }

    private static async Task Owners(IPage desk)
    {
        await Follow(desk, "/console/meetings/owners", "/console/meetings/owners/");
        await desk.Send(await FormOf(desk, "phone-"));
        Assert.Matches("1[0-9]{10}", await desk.Locator("main").InnerTextAsync());

        await Follow(desk, "/console/meetings/owners", "/console/meetings/owners/");
        var linked = await FormOf(desk, "unlink-");
        await desk.Send(linked);
        var again = linked.Replace("unlink-", "link-", StringComparison.Ordinal);
        await desk.Send(again);
        Assert.Equal(1, await desk.Locator($"form:has(input[name='_handler'][value='{linked}'])").CountAsync());
    }

    private static async Task Roster(IPage desk)
    {
        await desk.GotoAsync("/console/roster");
        var form = await FormOf(desk, "change-");
        var entry = form["change-".Length..];
        await desk.Send(form, ($"Skills-{entry}", "调解邻里、会用投影"));
        Assert.Contains("会用投影", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Workshop(IPage desk)
    {
        await Follow(desk, "/console/workshops?state=Open", "/console/workshops/");
        var workshop = desk.Url;
        await desk.Send("text", ("Title", "议事规则与会议主持（改）"));
        Assert.Contains("（改）", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await desk.GotoAsync(workshop);
        var session = await FormOf(desk, "change");
        await desk.Send(session, ($"Place{session["change".Length..]}", "二楼活动室"));
        Assert.Contains("二楼活动室", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await desk.GotoAsync($"{workshop}?name=钱");
        await desk.Send("sign-up", ("PersonId", await FirstOf(desk, "PersonId")), ("SessionId", await FirstOf(desk, "SessionId")));
        await desk.GotoAsync(workshop);
        Assert.Contains("钱", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FirstOf(IPage desk, string field) =>
        (await desk.Locator($"select[name='{field}'] option:not([value=''])").First.GetAttributeAsync("value"))!;

    // The first thing of a list, by its id.
    private static async Task Follow(IPage desk, string list, string things)
    {
        await desk.GotoAsync(list);
        await desk.Locator($"main a[href*='{things}']").First.WaitForAsync();
        var links = await desk.Locator("main a").EvaluateAllAsync<string[]>("links => links.map(x => new URL(x.href).pathname)");
        await desk.GotoAsync(links.First(x => x.StartsWith(things, StringComparison.Ordinal) && Guid.TryParse(x[things.Length..], out _)));
    }

    private static async Task<string> FormOf(IPage desk, string name)
    {
        var handler = desk.Locator($"input[name='_handler'][value^='{name}']").First;
        await handler.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return (await handler.GetAttributeAsync("value"))!;
    }
}
