using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// The habitat garden 生境花园 is agreed on in three rounds: objections online and in the room, a focus interview, a second version that one still objects
/// to, a visit, a third version that everybody can live with. Who said something reads on the phone what became of it.
/// </summary>
public sealed class GardenPlan(StartedPlatform platform) : Journey(platform)
{
    private const string Plans = "/api/v1/meetings/plans";
    private const int Owners = 8, Property = 9, Neighbour = 15;

    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private IPage _desk = null!, _phone = null!;
    private Player _staff = null!, _owners = null!, _property = null!, _neighbour = null!, _resident = null!;
    private Guid _plan;

    [Fact]
    public async Task TheGarden_FindsConsensus_InTheThirdRound()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        (_staff, _owners, _property, _neighbour, _resident) = (await SignIn(5), await SignIn(Owners), await SignIn(Property), await SignIn(Neighbour), await NewResident());
        (_desk, _phone) = (await browser.DeskOf("staff"), await browser.Phone());
        await Drafted();

        var (pond, benches) = await First_HearsObjections_OnlineAndInTheRoom();
        var standing = await Second_StillHasOneObjection(pond, benches);
        await Third_EverybodyCanLiveWith(standing);

        await Authors_ReadWhatBecameOfIt();
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Drafted()
    {
        var body = await _staff.Found("Hearing", Zhangmiao.Neighbourhood, $"花园听证会 {Guid.CreateVersion7():n}",
            [new(Zhangmiao.Person(Property), "物业经理", "PropertyManager"), new(Zhangmiao.Person(Owners), "黄伟民", "OwnersCommittee"), new(Zhangmiao.Person(Neighbour), "吴秀珍", "Residents")]);
        await See(_desk, $"/console/meetings/plans/new?body={body}");
        // The seats are proposed as stakeholders, each party by its seat.
        await _desk.Send("draft", ("Title", "生境花园设计方案"));
        _plan = Guid.Parse(_desk.Url.Split('/')[^1]);
        Assert.Equal(3, (await _staff.Get($"{Plans}/{_plan}")).GetProperty("stakeholderCount").GetInt32());
        await _desk.Send("publish", ("Text", "中间挖一个水池，周围种草花，两条小径。"), ("Drawings", "drawing"));
        await See(_desk, $"/console/meetings/plans/{_plan}");
        Assert.Equal(1, await _desk.Locator(".gz-drawings img").CountAsync());
    }

    private async Task<(Guid Pond, Guid Benches)> First_HearsObjections_OnlineAndInTheRoom()
    {
        await _desk.Send("ask", ("To", Day(3)), ("Asked", "60"));
        var round = await Round();
        // The neighbour on a phone without a script; a resident who came to the room is typed in; the property company from afar.
        await _phone.GotoAsync($"/zhangmiao/my-plans/{_plan}");
        await _phone.Send("send", ("Phone", Zhangmiao.Phone(Neighbour)));
        await _phone.Send("enter", ("Code", (await _phone.Locator("input[name=Demo]").GetAttributeAsync("value"))!));
        await See(_phone, $"/zhangmiao/my-plans/{_plan}");
        await _phone.Send("answer", ("Stand", "Satisfied"));
        await _phone.Send("answer", ("Stand", "Objection"), ("Text", "水池招蚊虫，我家就在一楼。"));
        await _phone.Send("point", ("Side", "Against"), ("Point", "水池谁来清？"));
        var benches = await Answer(_staff, round, "Objection", "老人没地方坐", _resident.Id, "Room");
        await Answer(_property, round, "Satisfied");
        await Answer(_owners, round, "CanLiveWith");
        await See(_desk, $"/console/meetings/plans/{_plan}/answers");
        await _desk.GotoAsync($"/console/meetings/plans/{_plan}");
        await _desk.Send("close");
        var pond = (await Ledger()).Single(x => x.GetProperty("personId").GetGuid() == Zhangmiao.Person(Neighbour));
        Assert.Equal(("Objection", 1), (pond.GetProperty("stand").GetString(), pond.GetProperty("changes").GetInt32()));

        await See(_desk, $"/console/meetings/plans/{_plan}/opinions");
        await _desk.Send($"dispose-{benches:n}", ($"Disposition-{benches:n}", "Adopted"));
        await _desk.Send($"dispose-{Id(pond):n}", ($"Disposition-{Id(pond):n}", "Partly"), ($"Reason-{Id(pond):n}", "水池缩小，装灭蚊灯"));
        await See(_desk, $"/console/meetings/plans/{_plan}/interview?concern={Id(pond)}");
        await _desk.Send("interview", ("Group", "12号楼一楼住户"), ("Objections", "蚊虫"), ("Clarification", "水是流动的"), ("AgreedChange", "水池缩小一半"));
        return (Id(pond), benches);
    }

    private async Task<Guid> Second_StillHasOneObjection(Guid pond, Guid benches)
    {
        await _staff.Post($"{Plans}/{_plan}/versions", new { text = "水池缩小一半，加两把长椅。", answers = new[] { new { opinionId = pond, how = "水池缩小一半，装灭蚊灯" }, new { opinionId = benches, how = "加两把长椅" } } });
        var round = await Open();
        await Answer(_property, round, "Satisfied");
        await Answer(_staff, round, "Satisfied", null, Zhangmiao.Person(Owners), "Paper");
        var standing = await Answer(_neighbour, round, "Objection", "还是有水，还是有蚊子");
        await _staff.Post($"{Plans}/{_plan}/rounds/{round}/close");
        await _staff.Post($"{Plans}/opinions/{standing}/disposition", new { disposition = "Adopted" });
        await Refused("plan.no-consensus", () => _staff.Post($"{Plans}/{_plan}/finalise"));
        await See(_desk, $"/console/meetings/plans/{_plan}");
        // Who stands before the gate is the neighbour, and nobody else.
        Assert.Equal(1, await _desk.Locator(".gz-plan-missing li").CountAsync());
        await _staff.Post($"{Plans}/opinions/{standing}/clarifications", new { kind = "Visit", words = "上门看过，一楼窗下确实积水，改成旱溪。" });
        return standing;
    }

    private async Task Third_EverybodyCanLiveWith(Guid standing)
    {
        await _staff.Post($"{Plans}/{_plan}/versions", new { text = "取消水池，改旱溪；两把长椅。", answers = new[] { new { opinionId = standing, how = "取消水池，改旱溪" } } });
        var round = await Open();
        foreach (var player in new[] { _property, _owners }) await Answer(player, round, "Satisfied");
        await Answer(_neighbour, round, "CanLiveWith", "这样可以");
        await _staff.Post($"{Plans}/{_plan}/rounds/{round}/close");
        await See(_desk, $"/console/meetings/plans/{_plan}");
        await _desk.Send("finalise");
        var plan = await _staff.Get($"{Plans}/{_plan}");
        Assert.Equal(("Finalised", "Consensus", 3), (plan.GetProperty("stage").GetString(), plan.GetProperty("decision").GetString(), plan.GetProperty("rounds").GetArrayLength()));
    }

    private async Task Authors_ReadWhatBecameOfIt()
    {
        await See(_phone, $"/zhangmiao/my-plans/{_plan}");
        var page = await _phone.Locator("main").InnerTextAsync();
        foreach (var words in new[] { "部分采纳", "水池缩小，装灭蚊灯", "取消水池，改旱溪", "上门看过" }) Assert.Contains(words, page, StringComparison.Ordinal);
        foreach (var address in new[] { "/zhangmiao/my-plans", "/zhangmiao/plans", "/zhangmiao/my-points" }) await See(_phone, address);
        foreach (var address in new[] { "/console/meetings/plans", "/console/meetings/plans/numbers", "/console/meetings/discussion", $"/console/meetings/plans/{_plan}/stakeholders" }) await See(_desk, address);
        // A resident who was typed in reads it too, and nobody's name is in public.
        Assert.Equal("Adopted", (await _resident.List($"{Plans}/opinions/mine")).Single().GetProperty("disposition").GetString());
        Assert.DoesNotContain("吴秀珍", (await Gateway.Public("meetings", "plans?limit=100")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task<Guid> Open() => (await _staff.Post($"{Plans}/{_plan}/rounds", new { to = Day(3), asked = 60 })).GetProperty("id").GetGuid();

    private async Task<Guid> Round() => (await _staff.Get($"{Plans}/{_plan}")).GetProperty("rounds")[0].GetProperty("id").GetGuid();

    private Task<IReadOnlyList<JsonElement>> Ledger() => _staff.List($"{Plans}/{_plan}/opinions");

    private async Task<Guid> Answer(Player player, Guid round, string stand, string? text = null, Guid? personId = null, string? channel = null) =>
        (await player.Post($"{Plans}/{_plan}/rounds/{round}/answers", new { stand, text, personId, channel })).GetProperty("opinionId").GetGuid();

    private string Day(int days) => Clock.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Guid Id(JsonElement x) => x.GetProperty("id").GetGuid();

    private async Task See(IPage page, string path)
    {
        Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (Browser.LooksAround) _wrong.AddRange(await _browser.Look(page));
    }
}
