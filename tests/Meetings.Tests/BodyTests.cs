using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Meetings.Domain;
using Platform.Worlds;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class BodyTests(MeetingsWorld world)
{
    [Fact]
    public async Task Found_WithSeatsAndRules_CanBeReadWithThem()
    {
        var (body, members) = await world.Body(seats: 2, rules: new { text = "第一条", headsAtLeast = 2, ownersCommittee = 1, majority = "TwoThirds", noticeDays = 5 });

        var view = await world.Get($"/bodies/{body}");

        Assert.Equal((2, "TwoThirds", 5, 1), ((int)view["rules"]!["number"]!, (string)view["rules"]!["rules"]!["majority"]!,
            (int)view["rules"]!["rules"]!["noticeDays"]!, (int)view["rules"]!["rules"]!["perClass"]!["ownersCommittee"]!));
        Assert.Equal(members.Select(x => x.ToString()).Order(), view["seats"]!.AsArray().Select(x => (string)x!["personId"]!).Order());
    }

    [Fact]
    public async Task Names_AreShownToTheSeated_AndToNobodyElseAmongResidents()
    {
        var (body, members) = await world.Body();

        Assert.NotNull((await world.Get($"/bodies/{body}", members[0]))["seats"]);
        Assert.Null((await world.Get($"/bodies/{body}", world.Somebody(Role.Resident)))["seats"]);
    }

    [Fact]
    public async Task Found_InAnAreaThatOneHasNoRoleIn_IsRefused()
    {
        var ofGrid2 = world.Somebody(Role.CommitteeStaff, world.Grid2, PlacesWorld<Program, Data.MeetingsDb>.Grid2Path);

        Refused(403, "rights.outside-your-area", await world.Post("/bodies", New(world.Grid1, "GridPavilion"), ofGrid2));
        Assert.Equal(201, (await world.Post("/bodies", New(world.Grid2, "GridPavilion"), ofGrid2)).Status);
    }

    [Fact]
    public async Task Found_WithAKindOfAnotherLevel_IsRefused() =>
        Refused(409, "body.kind-does-not-fit", await world.Post("/bodies", New(world.Grid1, "NeighbourhoodHall")));

    [Fact]
    public async Task Seat_OnePersonTwice_IsRefused()
    {
        var (body, _) = await world.Body();
        var seat = new { personId = Guid.CreateVersion7(), name = "某某", @class = "Branch" };

        Refused(409, "body.seated-twice", await world.Send(HttpMethod.Put, $"/bodies/{body}/seats", new { seats = new[] { seat, seat } }));
    }

    [Fact]
    public async Task Seat_WithAStaleVersion_ChangesNothing()
    {
        var (body, members) = await world.Body();
        var seats = new { seats = new[] { new { personId = members[0], name = "某某", @class = "Branch" } } };

        await Must(world.Send(HttpMethod.Put, $"/bodies/{body}/seats", seats, ifMatch: "\"1\""));
        Refused(412, "conflict.stale", await world.Send(HttpMethod.Put, $"/bodies/{body}/seats", new { seats = Array.Empty<object>() }, ifMatch: "\"1\""));

        Assert.Equal(1, (int)(await world.Get($"/bodies/{body}"))["seatCount"]!);
    }

    [Fact]
    public async Task AdoptRules_ThatAskForNobody_OrForMoreThanAll_IsRefused()
    {
        var (body, _) = await world.Body();

        Refused(400, "rules.bad-quorum", await world.Post($"/bodies/{body}/rules", new { majority = "Simple", noticeDays = 1 }));
        Refused(400, "rules.bad-quorum", await world.Post($"/bodies/{body}/rules", new { majority = "Simple", shareNumerator = 3, shareDenominator = 2 }));
    }

    [Fact]
    public async Task ListBodies_PageByPage_ShowsEachOnce_InTheOrderOfTheTree()
    {
        for (var i = 0; i < 3; i++) await world.Body();
        await world.Body(area: world.Building12);

        var (seen, paths) = (new List<string>(), new List<string>());
        for (var path = $"/bodies?limit=2&area={world.Neighbourhood}"; path is not null;)
        {
            var page = await world.Get(path);
            seen.AddRange(page["items"]!.AsArray().Select(x => (string)x!["id"]!));
            paths.AddRange(page["items"]!.AsArray().Select(x => (string)x!["areaPath"]!));
            path = (string?)page["next"] is { } next ? $"/bodies?limit=2&area={world.Neighbourhood}&after={next}" : null;
        }

        Assert.True(seen.Count >= 4);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    public async Task VenueOpened_HeardTwiceAndInVersions_FoundsOneBody()
    {
        var venue = Guid.CreateVersion7();
        var opened = world.Fact(new VenueChanged { AreaId = world.Grid1, Kind = VenueKind.Pavilion, Name = "第一网格议事亭", Capacity = 20, Open = true }, venue);

        await world.Deliver(opened);
        await world.Deliver(opened);
        await world.Deliver(opened with { EventId = Guid.CreateVersion7(), Version = 2 });

        var bodies = (await world.Get($"/bodies?area={world.Grid1}&kind=GridPavilion&limit=100"))["items"]!.AsArray();
        Assert.Single(bodies, (JsonNode? x) => (string)x!["name"]! == "第一网格议事亭");
    }

    [Fact]
    public async Task PersonErased_EndsSeats_AndLeavesRollsWithoutAName()
    {
        var (body, members) = await world.Body(seats: 2);
        var meeting = await world.InSession(body, members);

        await world.Deliver(world.Fact(new PersonErased(), members[0]));

        Assert.Equal(1, (int)(await world.Get($"/bodies/{body}"))["seatCount"]!);
        var view = await world.Get($"/{meeting}");
        Assert.Equal("", (string)view["roll"]!.AsArray().Single(x => (string)x!["personId"]! == members[0].ToString())!["name"]!);
        Assert.Equal(2, (int)view["quorum"]!["present"]!);
    }

    [Fact]
    public async Task PersonErased_LeavesTheRecordOfTheRoom_WithoutTheirName()
    {
        var (body, members) = await world.Body(seats: 2);
        var meeting = await world.InSession(body, members);
        var officer = new { personId = members[0], name = "张主任" };
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/officers", new { chair = officer, recorder = officer }));
        await Must(world.Post($"/{meeting}/speakers", new { personId = members[0] }));
        await Must(world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/points", new { stance = "For", what = "晚上看得见。", personId = members[0] }));

        await world.Deliver(world.Fact(new PersonErased(), members[0]));

        var kept = await world.In(world.Ours, async db => (
            Meeting: await db.Meetings.SingleAsync(x => x.Id == meeting), Turn: await db.Set<SpeakingTurn>().SingleAsync(x => x.ListId == meeting),
            Point: await db.Points.SingleAsync(x => x.MeetingId == meeting)));
        Assert.Equal((null, "", null, ""), (kept.Meeting.ChairId, kept.Meeting.ChairName, kept.Meeting.RecorderId, kept.Meeting.RecorderName));
        Assert.Equal(("", null, "", "晚上看得见。"), (kept.Turn.Name, kept.Point.PersonId, kept.Point.Speaker, kept.Point.What));
    }

    private static object New(Guid area, string kind) => new { kind, areaId = area, name = "议事组织" };
}
