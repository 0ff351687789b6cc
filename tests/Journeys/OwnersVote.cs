using System.Globalization;
using System.Net;
using System.Text.Json;
using MiniExcelLibs;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using Platform.Standalone.Processes;

namespace Platform.Journeys;

/// <summary>
/// The owners of an estate vote on a special matter: 120 of them from an Excel sheet, some on their phones, most on paper that two people type in, and two of those
/// papers read differently. In the middle of it the service is killed. The result, by number and by floor area, is what this test counts for itself.
/// </summary>
public sealed class OwnersVote(StartedPlatform platform) : Journey(platform)
{
    private const string Meetings = "/api/v1/meetings";
    private const int Owners = 120, Online = 8, OnPaper = 85;
    private readonly Random _chance = new(20261126);
    private readonly string _estate = $"{Random.Shared.Next(1_000_000):000000}";
    private List<Ownership> _owners = [];
    private Player _clerk = null!, _secretary = null!;
    private Guid _meeting, _vote;

    [Fact]
    public async Task OneHundredAndTwentyOwners_OnlineAndOnPaper_AreCountedByNumberAndArea()
    {
        (_clerk, _secretary) = (await SignIn(5), await SignIn(7));
        _owners = [.. Enumerable.Range(1, Owners).Select(NewOwner)];
        var register = await TheSheet_IsImported();
        await TheVote_IsOpened(register);

        var voters = await HalfOfThosePhones_Vote();
        await TheService_IsKilled_AndComesBack();
        await TheOtherPhones_Vote(voters);
        await Refused("vote.still-runs", Close);
        var differing = await Paper_IsTypedInTwice();
        await PastTheEnd();
        await Refused("vote.papers-open", Close);
        await TheDifferences_AreSettled(differing);

        await TheResult_IsWhatWeCount(await Close());
        await ThePages_CanBeRead();
    }

    private async Task<Guid> TheSheet_IsImported()
    {
        using var sheet = new MemoryStream();
        await sheet.SaveAsAsync(_owners.SelectMany(x => x.Units.Select(u => new Dictionary<string, object?>
        {
            ["楼栋"] = _estate, ["单元"] = "1", ["室号"] = u.Room, ["产权人"] = x.Names, ["专有部分面积（㎡）"] = u.Area, ["联系手机"] = x.Phone, ["业主编号"] = x.Number,
        })));
        var staged = await _clerk.Post($"{Meetings}/registers?area={Zhangmiao.Neighbourhood}", () => new MultipartFormDataContent
        {
            { new ByteArrayContent(sheet.ToArray()), "file", "业主名册.xlsx" },
        });
        Assert.Equal(0, staged.GetProperty("wrong").GetArrayLength());
        var register = staged.GetProperty("id").GetGuid();
        var view = await _clerk.Get($"{Meetings}/registers/{register}");
        Assert.Equal((Owners, _owners.Sum(x => x.Units.Count), Hundredths(_owners.Sum(x => x.Area))), (view.GetProperty("owners").GetInt32(), view.GetProperty("units").GetInt32(), view.GetProperty("area").GetInt64()));
        await _clerk.Post($"{Meetings}/registers/{register}/adopt");
        Assert.Equal(Online, (await _clerk.Post($"{Meetings}/registers/{register}/links")).GetProperty("count").GetInt32());
        return register;
    }

    private async Task TheVote_IsOpened(Guid register)
    {
        var body = (await _clerk.Post($"{Meetings}/bodies", new
        {
            kind = "Coordination", areaId = Zhangmiao.Neighbourhood, name = $"业主大会 {_estate}", seats = new[] { new { personId = _clerk.Id, name = "召集人", @class = "Residents" } },
            rules = new { headsAtLeast = 1, majority = "Simple", noticeDays = 0, publicationDays = 7 },
        })).GetProperty("id").GetGuid();
        _meeting = (await _clerk.Post(Meetings, new { bodyId = body, startsAt = Clock.Now.AddDays(10), place = "小区议事厅", freeItems = new[] { new { title = "筹集维修资金" } } })).GetProperty("id").GetGuid();
        await _clerk.Convene(_meeting);
        var item = (await _clerk.Meeting(_meeting)).GetProperty("items")[0].GetProperty("id").GetGuid();
        _vote = (await _clerk.Post($"{Meetings}/{_meeting}/items/{item}/votes", new
        {
            method = "Owners", matter = "Special", registerId = register, question = $"是否筹集维修资金 {_estate}", closesAt = Clock.Now.AddHours(2),
        })).GetProperty("voteId").GetGuid();
    }

    private async Task<List<Player>> HalfOfThosePhones_Vote()
    {
        var players = new List<Player>();
        foreach (var owner in _owners.Where(x => x.Phone is not null)) players.Add(await Player.SignIn(Gateway, owner.Phone!));
        foreach (var player in players[..(Online / 2)]) await Vote(player);
        return players;
    }

    private async Task TheService_IsKilled_AndComesBack()
    {
        var before = Platform.Run.Processes.Single(x => x.Name == "meetings");
        Assert.True(Linux.SignalProcess(before.Pid!.Value, Signal.Kill));
        await Until.Holds("meetings is another process", () => Task.FromResult(Platform.Run.Processes.Single(x => x.Name == "meetings") is { Pid: { } pid } now && pid != before.Pid && now.Restarts > before.Restarts));
        await Until.Holds("meetings is healthy", async () => await Platform.Health("meetings") is HttpStatusCode.OK, TimeSpan.FromMinutes(2));
        await Until.NoLonger("service.away", () => _clerk.Meeting(_meeting));
        Assert.Equal(Online / 2, (await _clerk.Get($"{Meetings}/{_meeting}/votes/{_vote}")).GetProperty("vote").GetProperty("cast").GetInt32());
    }

    private async Task TheOtherPhones_Vote(List<Player> players)
    {
        foreach (var player in players[(Online / 2)..]) await Vote(player);
        // One changes their mind.
        var changed = _owners.First(x => x.Phone == players[0].Phone);
        changed.Says = "Against";
        await Vote(players[0]);
    }

    private async Task Vote(Player player)
    {
        var mine = (await player.Get($"{Meetings}/my-votes")).GetProperty("items").EnumerateArray().Single(x => x.GetProperty("voteId").GetGuid() == _vote);
        Assert.Equal(_meeting, mine.GetProperty("meetingId").GetGuid());
        await player.Post($"{Meetings}/{_meeting}/votes/{_vote}/ballots", new { choice = _owners.Single(x => x.Phone == player.Phone).Says });
    }

    private async Task<List<Ownership>> Paper_IsTypedInTwice()
    {
        var papers = _owners.Where(x => x is { Phone: null, Says: not null }).ToList();
        // Two papers are read wrongly the second time: one's choice, and one's unit.
        var differing = papers.Take(2).ToList();
        foreach (var owner in papers) await Type(_clerk, owner, owner.Unit, owner.Says!);
        foreach (var owner in papers) await Type(_secretary, owner, owner == differing[1] ? papers[5].Unit : owner.Unit, owner == differing[0] ? Other(owner.Says!) : owner.Says!);
        var open = await _clerk.List($"{Meetings}/{_meeting}/votes/{_vote}/papers?open=true");
        Assert.Equal(differing.Select(x => x.Serial).Order(), open.Select(x => x.GetProperty("serial").GetString()).Order());
        Assert.All(open, x => Assert.Equal(("Differs", 2), (x.GetProperty("state").GetString(), x.GetProperty("entries").GetArrayLength())));
        return differing;
    }

    private async Task TheDifferences_AreSettled(List<Ownership> differing)
    {
        foreach (var owner in differing)
            Assert.Equal("Counted", (await Type(_secretary, owner, owner.Unit, owner.Says!)).GetProperty("state").GetString());
    }

    private Task<JsonElement> Type(Player by, Ownership owner, string unit, string choice) =>
        by.Post($"{Meetings}/{_meeting}/votes/{_vote}/papers", new { serial = owner.Serial, unit, choice });

    private Task PastTheEnd() => Clock.PassTo(Clock.Now.AddHours(2).AddMinutes(1));

    private Task<JsonElement> Close() => _clerk.CloseVote(_meeting, _vote);

    private async Task TheResult_IsWhatWeCount(JsonElement closed)
    {
        // Once more in decimals, as a clerk would with a calculator; not a line of the service's.
        var part = _owners.Where(x => x.Says is not null).ToList();
        var pro = part.Where(x => x.Says == "For").ToList();
        Check(closed.GetProperty("byOwners").GetProperty("byNumber"), Owners, part.Count, pro.Count, part.Count(x => x.Says == "Against"));
        Check(closed.GetProperty("byOwners").GetProperty("byArea"), Hundredths(_owners.Sum(x => x.Area)), Hundredths(part.Sum(x => x.Area)), Hundredths(pro.Sum(x => x.Area)), Hundredths(part.Where(x => x.Says == "Against").Sum(x => x.Area)));
        var passes = part.Count >= Owners * 2m / 3 && part.Sum(x => x.Area) >= _owners.Sum(x => x.Area) * 2 / 3 && pro.Count >= part.Count * 3m / 4 && pro.Sum(x => x.Area) >= part.Sum(x => x.Area) * 3 / 4;
        Assert.Equal(passes, closed.GetProperty("passed").GetBoolean());
        Tell($"{part.Count} of {Owners} owners took part, {pro.Count} agreed: {(passes ? "passed" : "not passed")}.");

        var recount = await _secretary.Get($"{Meetings}/{_meeting}/votes/{_vote}");
        Assert.True(recount.GetProperty("agrees").GetBoolean());
        Assert.Equal(closed.GetProperty("byOwners").GetRawText(), recount.GetProperty("recountByOwners").GetRawText());
        Assert.Equal(part.Count, await Platform.Count("meetings", $"SELECT count(DISTINCT voter_id) FROM ballots WHERE vote_id = '{_vote}'"));
    }

    private async Task ThePages_CanBeRead()
    {
        await using var browser = await Browser.Open(Platform.Run.Web!);
        var (desk, phone) = (await browser.DeskOf("staff"), await browser.DeskOf("resident"));
        string[] pages = [$"/console/meetings/{_meeting}", $"/console/meetings/{_meeting}/votes/{_vote}/papers?open=false", $"/console/meetings/{_meeting}/votes/{_vote}/owners", "/console/meetings/owners"];
        foreach (var page in pages) Assert.Empty(await Looks.At(desk, page, "staff"));
        await desk.GotoAsync($"/console/meetings/{_meeting}");
        Assert.Contains($"{_owners.Count(x => x.Says is not null)} / {Owners}", await desk.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Looks.At(phone, "/zhangmiao/my-votes", "resident"));
    }

    private static void Check(JsonElement measure, long whole, long part, long pro, long contra) => Assert.Equal(
        (whole, part, pro, contra),
        (measure.GetProperty("whole").GetInt64(), measure.GetProperty("takingPart").GetInt64(), measure.GetProperty("for").GetInt64(), measure.GetProperty("against").GetInt64()));

    private static long Hundredths(decimal area) => (long)(area * 100);

    private static string Other(string choice) => choice == "For" ? "Against" : "For";

    // The first eight vote on their phones, the next 85 on paper, the rest not at all; each tenth has two units.
    private Ownership NewOwner(int i)
    {
        var units = Enumerable.Range(0, i % 10 == 0 ? 2 : 1).Select(u => (Room: string.Create(CultureInfo.InvariantCulture, $"{(u * 1000) + 100 + i}"), Area: _chance.Next(3_000, 15_000) / 100m)).ToList();
        return new Ownership($"业主{i}、共有人{i}", $"{_estate}{i:000}", i <= Online ? NewPhone() : null, $"P{i:000}", $"{_estate}-1-{units[0].Room}", units)
        {
            Says = i > Online + OnPaper ? null : _chance.Next(10) switch { 0 => "Against", 1 => "Abstain", _ => "For" },
        };
    }

    private sealed record Ownership(string Names, string Number, string? Phone, string Serial, string Unit, List<(string Room, decimal Area)> Units)
    {
        public string? Says { get; set; }

        public decimal Area => Units.Sum(x => x.Area);
    }
}
