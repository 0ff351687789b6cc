using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// Whatever people may type is typed as scripts, and then every page is looked at by a browser that would run them: its policy against inline
/// scripts is switched off, so that what holds is that each text was written as a text.
/// </summary>
public sealed class StoredScripts(StartedPlatform platform) : Journey(platform)
{
    // Out of an element, out of an attribute, out of a script's string, and where a link would lead.
    private const string Mark = "stored-script-ran", Evil =
        "\"'><img src=x onerror=\"document.documentElement.dataset.ran='" + Mark + "'\"><script>document.documentElement.dataset.ran='" + Mark + "'</script>";

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task WhatPeopleType_NeverRuns()
    {
        var (resident, staff, secretary) = (await NewResident(), await SignIn(5), await SignIn(7));
        var issue = MeetingActs.IdOf(await resident.Post("/api/v1/issues", new { title = Short(100), text = Evil, category = "environment", areaId = Zhangmiao.Building(12) }));
        await resident.Put("/api/v1/directory/me", new { name = Short(50) });
        await staff.Post($"/api/v1/issues/{issue}/accept");
        await resident.Post($"/api/v1/issues/{issue}/comments", new { text = Evil });
        await Try(() => staff.Post($"/api/v1/issues/{issue}/notes", new { text = Evil }));
        await Try(() => staff.Post($"/api/v1/issues/{issue}/triage", new { scale = "Hard", reason = Evil }));
        await Try(() => staff.Post($"/api/v1/issues/{issue}/dispatches", new { department = "police", words = Evil }));
        await Try(() => staff.Post("/api/v1/issues/campaigns", new { code = $"c{$"{Guid.CreateVersion7():n}"[20..]}", name = Short(60), purpose = Short(200), means = (string[])["Poster"], areaId = Zhangmiao.Neighbourhood, from = Clock.Today, to = Clock.Today.AddDays(9) }));
        var body = MeetingActs.IdOf(await secretary.Post("/api/v1/meetings/bodies", new
        {
            kind = "RedCouncil", areaId = Zhangmiao.Neighbourhood, name = Short(60), seats = new[] { new { personId = Zhangmiao.Person(15), name = Short(50), @class = "Residents" } },
            rules = new { text = Evil, shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 3, publicationDays = 7 },
        }));
        var meeting = MeetingActs.IdOf(await secretary.Post("/api/v1/meetings", new { bodyId = body, startsAt = Clock.Now.AddDays(5), place = Short(60), freeItems = new[] { new { title = Short(60) } } }));
        await Try(() => secretary.Post($"/api/v1/meetings/{meeting}/convene", new { waiver = Evil }));
        await Refused("meeting.link-needed", () => secretary.Post("/api/v1/meetings", new { bodyId = body, startsAt = Clock.Now.AddDays(6), place = "x", mode = "Online", link = $"javascript:document.documentElement.dataset.ran='{Mark}'" }));
        var team = MeetingActs.IdOf(await staff.Post("/api/v1/volunteers/teams", new { name = Short(40), kind = "GardenLovers", areaId = Zhangmiao.Neighbourhood, recruiting = true }));
        var activity = MeetingActs.IdOf(await staff.Post("/api/v1/volunteers/activities", new { title = Short(40), what = Evil, areaId = Zhangmiao.Grid(1) }));
        await Try(() => staff.Put($"/api/v1/volunteers/activities/{activity}", new { title = Short(40), what = Evil, place = Short(60), startsAt = Clock.Now.AddDays(2), endsAt = Clock.Now.AddDays(2).AddHours(2), capacity = 5, teamId = team }));
        await Try(() => staff.Post($"/api/v1/volunteers/activities/{activity}/open"));
        var unit = MeetingActs.IdOf(await staff.Post("/api/v1/partners/units", new { name = Short(60), kind = "Company", areaId = Zhangmiao.Neighbourhood }));
        await Try(() => staff.Post("/api/v1/partners/resources", new { unitId = unit, what = Short(100), category = "greening", capacity = 1, from = Clock.Today, until = Clock.Today.AddDays(30), areaId = Zhangmiao.Neighbourhood }));
        await Try(() => staff.Post("/api/v1/partners/needs", new { what = Short(100), category = "greening", count = 1, dueOn = Clock.Today.AddDays(20), areaId = Zhangmiao.Neighbourhood }));

        await using var browser = await Browser.Open(Platform.Run.Web!);
        var (visitor, desk) = (await browser.Desk(), await browser.DeskOf("staff"));
        await Walk(visitor, ["/zhangmiao", "/zhangmiao/issues", $"/zhangmiao/issues/{issue}", "/zhangmiao/meetings", $"/zhangmiao/meetings/{meeting}", "/zhangmiao/bodies", $"/zhangmiao/bodies/{body}", "/zhangmiao/plans"]);
        await Walk(desk,
        [
            "/console", "/console/issues", $"/console/issues/{issue}", "/console/comments", "/console/dispatches", "/console/campaigns", "/console/campaigns/reach", "/console/meetings", $"/console/meetings/{meeting}", $"/console/meetings/{meeting}/notice",
            $"/console/meetings/{meeting}/sign-in-sheet", "/console/meetings/bodies", $"/console/meetings/bodies/{body}", "/console/volunteers", $"/console/volunteers/{activity}", "/console/volunteers/teams", "/console/partners", "/console/partners/units",
            "/console/partners/resources", "/console/people", "/console/insights", "/console/insights/happenings", "/console/issues/print", "/console/issues/map", "/screen/zhangmiao",
        ]);
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Walk(IPage page, string[] paths)
    {
        var shown = 0;
        page.Dialog += (_, dialog) => _wrong.Add($"{page.Url} opened a dialog: {dialog.Message}");
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.WaitForTimeoutAsync(200); // What fails to load tells so a little later.
            if (await page.EvaluateAsync<string?>("document.documentElement.dataset.ran") is not null) _wrong.Add($"{path}: a text ran as a script");
            if (await page.Locator("img[src='x'], a[href^='javascript:' i]").CountAsync() > 0) _wrong.Add($"{path}: a text became an element");
            if ((await page.ContentAsync()).Contains("&lt;img src=x", StringComparison.Ordinal)) shown++;
        }

        Assert.True(shown > 3, $"only {shown} pages showed what was typed, so that nothing ran says nothing");
    }

    // Where a step is not possible just now, the text is not stored, and the others are looked at all the same.
    private static async Task Try(Func<Task> act)
    {
        try { await act(); }
        catch (PlatformRefusedException refused) { Tell($"not stored: {refused.Code}"); }
    }

    private static string Short(int most) => $"\"><img src=x onerror=document.documentElement.dataset.ran=1>"[..Math.Min(most, 60)];
}
