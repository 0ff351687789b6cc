using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The great party committee: its terms, and its part-time members from being proposed to the end.</summary>
public sealed class CommitteeTests(CadenceWorld cadence) : IClassFixture<CadenceWorld>
{
    private readonly MeetingsWorld world = cadence.World;
    private Guid _staff, _secretary;

    [Fact]
    public async Task AMember_IsProposed_ApprovedByAnother_Serves_AndEndsWithTheUnitsHead()
    {
        var body = await Committee();
        var person = world.Somebody(Role.PartnerContact);
        var member = await Proposed(body, person);
        Refused(409, "member.already", await world.Post($"/bodies/{body}/members", Proposal(person), _staff));

        await Must(world.Post($"/bodies/{body}/members/{member}/approve", by: _secretary));
        Assert.Equal("Serving", (string)(await Members(body))[0]["state"]!);
        var seat = Assert.Single((await world.Get($"/bodies/{body}", _staff))["seats"]!.AsArray())!;
        Assert.Equal(($"{person}", "Branch", true), ((string)seat["personId"]!, (string)seat["class"]!, (bool)seat["held"]!));
        Refused(409, "member.cannot-move", await world.Post($"/bodies/{body}/members/{member}/approve", by: _secretary));

        await Must(world.Post($"/bodies/{body}/members/{member}/end", new { because = "UnitHeadChanged", reason = "单位负责人调整" }, _staff));
        Assert.Equal(("Ended", "UnitHeadChanged"), ((string)(await Members(body))[0]["state"]!, (string)(await Members(body))[0]["endedBecause"]!));
        Assert.Empty((await world.Get($"/bodies/{body}", _staff))["seats"]!.AsArray());
        Refused(409, "member.cannot-move", await world.Post($"/bodies/{body}/members/{member}/end", new { because = "Other" }, _staff));
    }

    [Fact]
    public async Task WhoProposed_DoesNotApprove_AndWhatIsDeclinedMayBeProposedAgain()
    {
        var body = await Committee();
        var person = world.Somebody(Role.PartnerContact);
        var own = await Proposed(body, person, by: _secretary);
        Refused(409, "member.same-person", await world.Post($"/bodies/{body}/members/{own}/approve", by: _secretary));

        await Must(world.Post($"/bodies/{body}/members/{own}/decline", new { reason = "名额已满" }, Secretary()));
        Assert.Equal(("Declined", "名额已满"), ((string)(await Members(body))[0]["state"]!, (string)(await Members(body))[0]["reason"]!));
        await Proposed(body, person);
    }

    [Fact]
    public async Task AProposal_DecidedByTwoAtOnce_IsDecidedOnce()
    {
        var body = await Committee();
        var member = await Proposed(body, world.Somebody(Role.PartnerContact));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => i % 2 == 0
            ? world.Post($"/bodies/{body}/members/{member}/approve", by: _secretary) : world.Post($"/bodies/{body}/members/{member}/decline", new { reason = "不宜" }, _secretary)));

        Assert.Single(answers, x => x.Status == 204);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "member.cannot-move", x));
    }

    [Fact]
    public async Task PersonErased_ServedWithoutAName()
    {
        var body = await Committee();
        var person = world.Somebody(Role.PartnerContact);
        await Proposed(body, person);

        await world.Deliver(world.Fact(new PersonErased(), person));

        Assert.Equal(("", "泗塘小学"), ((string)(await Members(body))[0]["name"]!, (string)(await Members(body))[0]["unit"]!));
    }

    [Fact]
    public async Task ANewTerm_EndsTheOneBefore_AndWhoServedInIt()
    {
        var body = await Committee();
        var person = world.Somebody(Role.PartnerContact);
        await Must(world.Post($"/bodies/{body}/members/{await Proposed(body, person)}/approve", by: _secretary));
        var change = world.Today.AddDays(30);

        await Must(world.Post($"/bodies/{body}/terms", new { from = change, to = change.AddYears(3) }, _staff));
        Assert.Equal(["Formed", "InTerm"], (await Terms(body)).Select(x => (string)x["state"]!));
        Assert.Equal(("Serving", $"{change.AddDays(-1):O}", "ReElected"),
            ((string)(await Members(body))[0]["state"]!, (string)(await Members(body))[0]["to"]!, (string)(await Members(body))[0]["endedBecause"]!));

        world.Clock.Pass(TimeSpan.FromDays(31));
        Assert.Equal(["InTerm", "ReElected"], (await Terms(body)).Select(x => (string)x["state"]!));
        Assert.Equal("Ended", (string)(await Members(body))[0]["state"]!);
        Assert.False((bool)Assert.Single((await world.Get($"/bodies/{body}", _staff))["seats"]!.AsArray())!["held"]!);
        Refused(400, "committee.bad-term", await world.Post($"/bodies/{body}/terms", new { from = change, to = change.AddDays(1) }, _staff));
        Refused(400, "member.outside-term", await world.Post($"/bodies/{body}/members", Proposal(world.Somebody(Role.PartnerContact), change.AddYears(4)), _staff));
    }

    [Fact]
    public async Task Committees_OnlyGreatPartyOnesAre_AndOnlyWhereTheyAreFormed()
    {
        await Committee();
        var (other, _) = await world.Body();
        Refused(409, "committee.other-kind", await world.Post($"/bodies/{other}/terms", new { from = world.Today, to = world.Today.AddYears(1) }));
        Refused(409, "committee.other-kind", await world.Post($"/bodies/{other}/members", Proposal(world.Somebody(Role.PartnerContact))));
        var unformed = Id(await Must(world.Post("/bodies", new { kind = "GreatPartyCommittee", areaId = world.Street, name = "大党委" }, _staff)));
        Refused(409, "committee.no-term", await world.Post($"/bodies/{unformed}/members", Proposal(world.Somebody(Role.PartnerContact)), _staff));
    }

    [Fact]
    public async Task WhatABodyDecided_AndWhoCame_IsListed()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members[..2]);
        var item = await world.FirstItem(meeting);
        await world.Passed(meeting, item, members[..2]);
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯", actions = new[] { new { kind = "Property", what = "装灯", dueOn = world.Today } } }));
        await Must(world.Post($"/{meeting}/conclude"));

        var decided = Assert.Single((await world.Get($"/bodies/{body}/resolutions"))["items"]!.AsArray())!;
        Assert.Equal(("装灯", 1, 1), ((string)decided["text"]!, (int)decided["actions"]!, (int)decided["open"]!));
        var came = (await world.Get($"/bodies/{body}/attendance"))["lines"]!.AsArray();
        Assert.Equal([(1, 1), (1, 1), (1, 0)], came.Select(x => ((int)x!["meetings"]!, (int)x["present"]!)));
    }

    private async Task<Guid> Committee()
    {
        (_staff, _secretary) = (world.Somebody(Role.CommitteeStaff, world.Street, "310113008/"), Secretary());
        var body = Id(await Must(world.Post("/bodies", new { kind = "GreatPartyCommittee", areaId = world.Street, name = "街道大党委" }, _staff)));
        await Must(world.Post($"/bodies/{body}/terms", new { from = world.Today, to = world.Today.AddYears(3), note = "第一次联席会" }, _staff));
        return body;
    }

    private Guid Secretary() => world.Somebody(Role.BranchSecretary, world.Street, "310113008/");

    private async Task<Guid> Proposed(Guid body, Guid person, Guid? by = null) => Id(await Must(world.Post($"/bodies/{body}/members", Proposal(person), by ?? _staff)));

    private static object Proposal(Guid person, DateOnly? to = null) =>
        new { personId = person, name = "周老师", unit = "泗塘小学", unitType = "Stationed", duties = "牵头小手牵大手", to };

    private async Task<List<JsonNode>> Members(Guid body) => [.. (await world.Get($"/bodies/{body}/members", _staff))["items"]!.AsArray().Select(x => x!)];

    private async Task<List<JsonNode>> Terms(Guid body) => [.. (await world.Get($"/bodies/{body}/terms", _staff)).AsArray().Select(x => x!)];
}
