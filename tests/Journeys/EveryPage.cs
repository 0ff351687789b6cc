using Microsoft.Playwright;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// Every page that there is, as those read it who use it: on a phone and at a desk, in both languages, the portal in 大字版 too. Nothing runs over the
/// edge, no text is a key without its words, and axe finds nothing.
/// </summary>
public sealed class EveryPage(StartedPlatform platform) : Journey(platform)
{
    // "a > b" is the page a, and then the first that it links to whose address begins with b; "a > ~b", whose address ends with b.
    private static readonly string[] Anybody =
    [
        "/", "/zhangmiao", "/zhangmiao/issues > /zhangmiao/issues/0", "/zhangmiao/progress", "/zhangmiao/meetings > /zhangmiao/meetings/", "/zhangmiao/sign-in", "/zhangmiao/report?campaign=garden",
        "/zhangmiao/me", "/sign-in/failed", Looks.Nowhere,
        "/zhangmiao/candidates > /zhangmiao/candidates/",
    ];

    private static readonly string[] Resident =
        ["/zhangmiao/report", "/zhangmiao/progress > /zhangmiao/issues/", "/zhangmiao/activities > /zhangmiao/activities/", "/zhangmiao/hours", "/zhangmiao/my-meetings", "/zhangmiao/my-meetings/calendar", "/zhangmiao/my-data", "/zhangmiao/me", "/zhangmiao/issues > /zhangmiao/issues/0", "/zhangmiao/followed", "/zhangmiao/my-comments",
        "/zhangmiao/plans", "/zhangmiao/my-plans > /zhangmiao/my-plans/", "/zhangmiao/my-points", "/zhangmiao/my-votes > /zhangmiao/my-votes/",
        "/zhangmiao/nominate", "/zhangmiao/training > /zhangmiao/training/", "/zhangmiao/candidates > /zhangmiao/candidates/"];

    private static readonly string[] Staff =
    [
        "/console", "/console/issues > /console/issues/0", "/console/issues?status=InAction > /console/issues/0", "/console/issues?status=Accepted > /console/issues/0", "/console/issues/map", "/console/issues?unconfirmed=true",
        "/console/issues/enter?way=TalkDay", "/console/imports > /console/imports/0", "/console/issues/rules", "/console/timelines/no-such", "/console/comments", "/console/comments?state=Shown",
        "/console/meetings > /console/meetings/0", "/console/meetings/bodies > /console/meetings/bodies/", "/console/meetings/follow-ups", "/console/meetings/owners > /console/meetings/owners/0", "/console/meetings/breaches",
        "/console/meetings/plans > /console/meetings/plans/0 > /console/meetings/plans/0", "/console/meetings/plans/numbers", "/console/meetings/plans/new", "/console/meetings/discussion",
        "/console/meetings/bodies?kind=RedCouncil > /console/meetings/bodies/0 > /console/meetings/bodies/0", "/console/meetings/bodies/new", "/console/meetings/bodies?kind=Hearing",
        "/console/meetings/measures?kind=RedCouncil > /console/meetings/bodies/0", "/console/meetings/coverage", "/console/meetings/measures > /console/meetings/measures/held", "/console/meetings/measures/periods",
        "/console/meetings/measures/carried", "/console/meetings/measures/solved",
        "/console/meetings/bodies?kind=TalkDay > /console/meetings/bodies/0 > ~/series", "/console/meetings?state=Planned > /console/meetings/0", "/console/meetings?state=Convened > /console/meetings/0",
        "/console/partners > /console/partners/needs/0", "/console/partners/needs/new", "/console/partners/units", "/console/partners/resources",
        "/console/volunteers > /console/volunteers/0", "/console/volunteers/new", "/console/volunteers/teams",
        "/console/insights > /console/insights/issues > /console/timelines/", "/console/insights > /console/insights/happenings", "/console/insights > /console/insights/compared", "/console/insights/compared?by=Handler",
        "/console/convenors?state=Publicised > /console/convenors/0", "/console/convenors?state=Vetted > /console/convenors/0", "/console/roster", "/console/convenors/numbers",
        "/console/workshops?state=Open > /console/workshops/0",
        "/screen/zhangmiao",
        "/console/dispatches", "/console/departments", "/console/issues/print?order=newest", "/console/issues?status=InAction > /console/issues/0 > /console/issues/0",
    ];

    private static readonly string[] Administrator =
    [
        "/console/areas > /console/areas/0", "/console/areas/01900000-0001-7000-8000-000200000001 > /console/areas/new", "/console/people > /console/people/0", "/console/people/new", "/console/people/roles",
        "/console/people/roles/new?personId=01900000-0001-7000-8000-000400000005", "/console/people/roles/new?name=%E7%8E%8B", "/console/street", "/console/street/calendar?year=2026", "/console/street/integrators",
        "/console/street/categories > /console/street/categories/change/", "/console/street/categories/new", "/console/street/categories/import", "/console/street/questions", "/console/street/questions?category=parking",
        "/console/posters?campaign=garden", "/console/issues/rules", "/console/campaigns", "/console/campaigns/new", "/console/campaigns/reach", "/console/campaigns/silent",
        "/console/departments > /console/departments/change/", "/console/departments/new",
        "/console/workshops?state=Held > /console/workshops/0 > /console/certificates/", "/console/workshops?state=Open > /console/workshops/0",
        "/console/meetings/bodies?kind=GreatPartyCommittee > /console/meetings/bodies/0 > ~/members", "/console/meetings/bodies?kind=GreatPartyCommittee > /console/meetings/bodies/0 > ~/record",
    ];

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task EveryPage_IsReadable()
    {
        await using var browser = await Browser.Open(Platform.Run.Web!);
        await Walk("anybody", await browser.Desk(), Anybody);
        await Walk("resident", await browser.DeskOf("resident"), Resident);
        await Walk("staff", await browser.DeskOf("staff"), Staff);
        await Walk("admin", await browser.DeskOf("admin"), Administrator);
        await Walk("gardener", await browser.DeskOf("gardener"), ["/zhangmiao/training > /zhangmiao/my-certificates/ > /zhangmiao/certificates/"]);
        await Walk("secretary", await browser.DeskOf("secretary"), ["/console", "/console/meetings/bodies?kind=RedCouncil > /console/meetings/bodies/0"]);
        await Walk("operator", await browser.DeskOf("operator"), ["/operations", "/operations/streets", "/operations/kit"]);
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Walk(string who, IPage page, string[] paths)
    {
        // One page that is being worked on, or some: those with this in their address.
        foreach (var path in paths.Where(x => x.Contains(Environment.GetEnvironmentVariable("PLATFORM_WALK_ONLY") ?? "", StringComparison.Ordinal)))
        {
            var steps = path.Split(" > ");
            for (var (i, at) = (0, steps[0]); i < steps.Length; i++)
            {
                if (i > 0 && await Link(page, steps[i]) is { } link) at = link;
                else if (i > 0) { _wrong.Add($"{who}: {page.Url} links to no {steps[i]}"); break; }
                _wrong.AddRange(await Looks.At(page, at, who));
            }
        }
    }

    private static async Task<string?> Link(IPage page, string begins)
    {
        var link = page.Locator(begins[0] is '~' ? $"main a[href$='{begins[1..]}']" : $"main a[href^='{begins}']");
        return await link.CountAsync() > 0 ? await link.First.GetAttributeAsync("href") : null;
    }
}
