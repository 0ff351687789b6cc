using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Campaigns, what came of them, and where nobody speaks up.</summary>
public sealed class ReachTests(IssuesWorld world)
{
    private const string Campaigns = $"{Root}/campaigns";

    [Fact]
    public async Task Campaign_IsBegun_Changed_AndPlaced_UnderItsRules()
    {
        var (staff, code) = (world.Staff(), Fresh());
        var id = await world.Campaign(code);
        await Refused("campaign.code-taken", await Send(staff, $"{Campaigns}/", Plan(code)));
        await Refused("campaign.ends-before-it-begins", await Send(staff, $"{Campaigns}/", Plan(Fresh(), to: new DateOnly(2026, 10, 1))));
        await Refused("campaign.bad-code", await Send(staff, $"{Campaigns}/", Plan("有空格 不行")));
        await Refused("rights.outside-your-area", await Send(world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, Worlds.PlacesWorld<Program, Data.IssuesDb>.Grid2Path)), $"{Campaigns}/", Plan(Fresh())));

        await Is(HttpStatusCode.OK, await Send(staff, $"{Campaigns}/{id}/placements", new { means = "Poster", where = "12号楼门厅", suffix = "b12" }));
        await Is(HttpStatusCode.OK, await Send(staff, $"{Campaigns}/{id}/placements", new { means = "Stand", where = "小区门口" }));
        await Refused("campaign.code-taken", await Send(staff, $"{Campaigns}/{id}/placements", new { means = "Stand", where = "别处", suffix = "b12" }));
        await Refused("campaign.bad-code", await Send(staff, $"{Campaigns}/{id}/placements", new { means = "Stand", where = "别处", suffix = "楼12" }));

        var first = (await staff.GetFromJsonAsync<KeepCampaigns.View>($"{Campaigns}/{id}", Json))!;
        var mended = await staff.PutAsJsonAsync($"{Campaigns}/{id}/placements/{first.Placements[0].Id}", new { means = "Leaflet", where = "12号楼信箱" });
        await Is(HttpStatusCode.OK, mended);
        var after = await Read<KeepCampaigns.View>(mended);
        Assert.Equal((CampaignMeans.Leaflet, "12号楼信箱", first.Placements[0].Code), (after.Placements[0].Means, after.Placements[0].Where, after.Placements[0].Code));
        Assert.NotEqual(first.Version, after.Version);
        await Is(HttpStatusCode.NotFound, await staff.PutAsJsonAsync($"{Campaigns}/{id}/placements/{Guid.CreateVersion7()}", new { means = "Leaflet", where = "?" }));
        await Refused("campaign.code-taken", await Send(staff, $"{Campaigns}/", Plan($"{code}-b12")));
        await Refused("conflict.stale", await Put(staff, id, Plan(code), "\"1\""));
        await Is(HttpStatusCode.OK, await Put(staff, id, Plan(code), "\"4\""));

        var shown = (await staff.GetFromJsonAsync<KeepCampaigns.View>($"{Campaigns}/{id}", Json))!;
        Assert.Equal(("改过的名字", "泗塘三村", 5), (shown.Name, shown.AreaName, shown.Version));
        Assert.Equal([$"{code}-b12", $"{code}-2"], shown.Placements.Select(x => x.Code));
        // A poster's code finds its campaign.
        Assert.Equal([id], (await staff.GetFromJsonAsync<Page<KeepCampaigns.View>>($"{Campaigns}/?code={code}-b12", Json))!.Items.Select(x => x.Id));
        Assert.Equal("campaign.too-many-placements", Assert.Throws<Kernel.Refusals.RefusedException>(() => Full().Place(null, CampaignMeans.Stand, "再多一个")).Refusal.Code);
    }

    [Fact]
    public async Task Reach_CountsIssuesAndNewVoices_AndEachNumberOpensItsList()
    {
        var (staff, code, stray) = (world.Staff(), Fresh(), Fresh());
        var id = await world.Campaign(code);
        await Send(staff, $"{Campaigns}/{id}/placements", new { means = "Poster", where = "12号楼", suffix = "a" });
        var (ann, bob) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var before = await Reach(staff, "");
        await world.Reported(author: bob);
        await Report(ann, $"{code}-a");
        await Report(ann, code);
        await Report(bob, code);
        await Report(Guid.CreateVersion7(), stray);

        var after = await Reach(staff, "");
        Assert.Equal((5, 3), (after.Issues - before.Issues, after.FirstTime - before.FirstTime));
        var campaign = after.Campaigns.Single(x => x.Code == code);
        Assert.Equal((3, 1, "花园怎么建，您来说"), (campaign.Issues, campaign.FirstTime, campaign.Name));
        Assert.Equal([(code, 2, 0), ($"{code}-a", 1, 1)], campaign.Placements.Select(x => (x.Code, x.Issues, x.FirstTime)));
        Assert.Equal([(Channel.Poster, 3, 1)], campaign.Channels.Select(x => (x.Channel, x.Issues, x.FirstTime)));
        Assert.True(after.Campaigns.Single(x => x.Code == stray) is { CampaignId: null, Name: null, Issues: 1, FirstTime: 1 });

        foreach (var (query, count) in new[]
        {
            ($"campaign={code}", 3), ($"campaign={code}&firstTime=true", 1), ($"campaignCode={code}", 2), ($"campaign={stray}", 1),
            ($"campaign={code}&channel=Poster", 3), ($"campaign={code}&channel=Web", 0), ($"campaign={code}&to={after.To:yyyy-MM-dd}&from={after.To:yyyy-MM-dd}", 3), ($"campaign={code}&to={after.To.AddDays(-1):yyyy-MM-dd}", 0),
        })
            Assert.True(count == (await staff.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=100&{query}", Json))!.Items.Count, query);

        Assert.Equal(0, (await Reach(staff, $"?from={after.To.AddDays(1):yyyy-MM-dd}&to={after.To.AddDays(2):yyyy-MM-dd}")).Issues);
        Assert.DoesNotContain((await Reach(staff, $"?areaId={world.Grid1}")).Campaigns, x => x.Code == stray);
        await Refused("reach.bad-period", await staff.GetAsync($"{Root}/reach?from=2026-12-01&to=2026-11-01"));
        await Refused("reach.bad-period", await staff.GetAsync($"{Root}/reach?from=0001-01-01&to=0001-01-02"));

        using var sheet = new MemoryStream(await staff.GetByteArrayAsync($"{Root}/reach/export"));
        Assert.Contains(sheet.Query(useHeaderRow: true).Cast<IDictionary<string, object>>(), x => $"{x["代码"]}" == $"{code}-a" && $"{x["议题数"]}" == "1" && $"{x["首次提出的人数"]}" == "1");
    }

    [Fact]
    public async Task SilentBuildings_AreThoseWithoutAnIssueInTwelveMonths_OfAll()
    {
        var lead = world.As(world.Somebody(Role.GridOfficer));
        await world.Reported(world.Building12);
        await world.In(world.Ours, db => db.Issues.Where(x => x.AreaId == world.Building13).ExecuteUpdateAsync(x => x.SetProperty(i => i.AreaId, world.Grid1)));

        var shown = (await lead.GetFromJsonAsync<ListSilentBuildings.View>($"{Root}/silent-buildings?areaId={world.Grid1}&limit=1", Json))!;
        Assert.Equal((1, 2), (shown.Silent, shown.Buildings));
        Assert.Equal([(world.Building13, "第一网格", null)], shown.Items.Select(x => (x.AreaId, x.GridName, x.LastIssueAt)));

        var year = world.Clock.GetUtcNow().AddMonths(-12).AddDays(-2);
        await world.In(world.Ours, db => db.Issues.Where(x => x.AreaId == world.Building12).ExecuteUpdateAsync(x => x.SetProperty(i => i.SubmittedAt, year)));
        var later = (await lead.GetFromJsonAsync<ListSilentBuildings.View>($"{Root}/silent-buildings?areaId={world.Grid1}&limit=1", Json))!;
        Assert.Equal((2, world.Building12), (later.Silent, later.Items[0].AreaId));
        Assert.Equal(world.Building13, (await lead.GetFromJsonAsync<ListSilentBuildings.View>($"{Root}/silent-buildings?areaId={world.Grid1}&limit=1&after={later.Next}", Json))!.Items.Single().AreaId);
        Assert.Equal(0, (await world.As(world.Somebody(Role.GridOfficer, world.Grid1, "elsewhere/")).GetFromJsonAsync<ListSilentBuildings.View>($"{Root}/silent-buildings", Json))!.Buildings);
    }

    private object Plan(string code, DateOnly? to = null) =>
        new { code, name = "改过的名字", purpose = "为什么", areaId = world.Neighbourhood, from = new DateOnly(2026, 11, 1), to = to ?? new DateOnly(2026, 12, 31) };

    private static Campaign Full()
    {
        var plan = new CampaignPlan("满", "满", [], new Place(Guid.CreateVersion7(), "a/", AreaLevel.Street), default, default);
        var campaign = new Campaign("full", plan, new Actor(Guid.CreateVersion7(), null), default);
        while (campaign.Placed < Campaign.PlacementsAtMost) campaign.Place(null, CampaignMeans.Poster, "一处");
        return campaign;
    }

    private async Task Report(Guid author, string campaign) => await Is(HttpStatusCode.Created,
        await Send(world.As(author), $"{Root}/", new { title = "扫码反映", text = "正文正文", category = "other", areaId = world.Building21, campaign }));

    private static string Fresh() => $"r{$"{Guid.CreateVersion7():n}"[16..]}";

    private static async Task<CompareReach.View> Reach(HttpClient http, string query) => (await http.GetFromJsonAsync<CompareReach.View>($"{Root}/reach{query}", Json))!;

    private static async Task<HttpResponseMessage> Put(HttpClient http, Guid id, object body, string ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Campaigns}/{id}") { Content = JsonContent.Create(body, options: Json) };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }
}
