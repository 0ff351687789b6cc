using Platform.Contracts.Directory.V1;
using Platform.Worlds;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class ListTests(MeetingsWorld world)
{
    [Fact]
    public async Task Meetings_ByBodyStateAndTime_PageByPage()
    {
        var (body, _) = await world.Body();
        var meetings = new List<Guid>();
        for (var i = 0; i < 5; i++) meetings.Add(await world.Planned(body));
        await Must(world.Post($"/{meetings[0]}/convene", new { }));

        var seen = new List<string>();
        for (var path = $"?body={body}&state=Planned&limit=2"; path is not null;)
        {
            var page = await world.Get(path);
            seen.AddRange(page["items"]!.AsArray().Select(x => (string)x!["id"]!));
            path = (string?)page["next"] is { } next ? $"?body={body}&state=Planned&limit=2&after={next}" : null;
        }

        Assert.Equal(meetings[1..].Select(x => x.ToString()).Order(), seen.Order());
        var starts = world.Clock.GetUtcNow().AddHours(1);
        Assert.Empty((await world.Get($"?body={body}&to={Uri.EscapeDataString(starts.ToString("O"))}"))["items"]!.AsArray());
        Assert.Equal(5, (await world.Get($"?body={body}&from={Uri.EscapeDataString(starts.ToString("O"))}"))["items"]!.AsArray().Count);
        Refused(400, "paging.bad-cursor", await world.Send(HttpMethod.Get, "?after=!"));
    }

    [Fact]
    public async Task Plans_AreSeenByStaffOfTheArea_AndByNobodyElse()
    {
        var (body, _) = await world.Body();
        var meeting = await world.Planned(body);

        foreach (var outsider in new[] { world.Somebody(Role.Resident), world.Somebody(Role.CommitteeStaff, world.Grid1, PlacesWorld<Program, Data.MeetingsDb>.Grid1Path) })
            Assert.Empty((await world.Get($"?body={body}", outsider))["items"]!.AsArray());
        Assert.Single((await world.Get($"?body={body}", world.Somebody(Role.StreetOfficer, world.Street, PlacesWorld<Program, Data.MeetingsDb>.StreetPath)))["items"]!.AsArray());
        Refused(403, "rights.outside-your-area", await world.Post($"/{meeting}/convene", new { }, world.Somebody(Role.Convenor, world.Grid1, "310113008/005/g1/")));
    }

    [Fact]
    public async Task Mine_AreThoseThatIHaveASeatAt()
    {
        var (body, members) = await world.Body();
        var meeting = await world.Planned(body);
        Assert.Empty((await world.Get("/mine", members[0]))["items"]!.AsArray());

        await Must(world.Post($"/{meeting}/convene", new { }));

        Assert.Equal(meeting.ToString(), (string)Assert.Single((await world.Get("/mine", members[0]))["items"]!.AsArray())!["id"]!);
        Assert.Empty((await world.Get("/mine", world.Somebody(Role.Resident)))["items"]!.AsArray());
    }

    [Fact]
    public async Task Agenda_InAnotherOrder_AndOneItemLess()
    {
        var (body, _) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.Planned(body, issue);
        await Must(world.Post($"/{meeting}/items", new { freeItems = new[] { new { title = "楼道灯" }, new { title = "停车" } } }));
        var items = (await world.Get($"/{meeting}"))["items"]!.AsArray().Select(x => (string)x!["id"]!).ToArray();

        Refused(400, "meeting.not-the-agenda", await world.Send(HttpMethod.Put, $"/{meeting}/agenda", new { itemIds = items[..2] }));
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/agenda", new { itemIds = items.Reverse() }));
        await Must(world.Post($"/{meeting}/items/{items[0]}/take-off"));

        var view = (await world.Get($"/{meeting}"))["items"]!.AsArray();
        Assert.Equal(items.Reverse(), view.Select(x => (string)x!["id"]!));
        Assert.Equal("TakenOff", (string)view[2]!["note"]!);
        Assert.True(await world.InInbox(body, issue));
    }
}
