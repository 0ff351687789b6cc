using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Worlds;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>In a building of their own, so that nobody else's meetings wait there.</summary>
public sealed class ToDoTests(MeetingsWorld world)
{
    private const string Path = PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "13/";

    [Fact]
    public async Task EachStepOfAMeeting_WaitsForWhoeverConvenesThere_AndForNobodyElse()
    {
        var convenor = world.Somebody(Role.Convenor, world.Building13, Path);
        Assert.Empty(await ToDo(convenor));

        var issue = await world.Triaged(world.Building13, AreaLevel.Building);
        Assert.Equal(("Found", 1, $"{world.Building13}"), Only(await ToDo(convenor)));

        var (body, members) = await world.Body(area: world.Building13);
        Assert.Equal(("Plan", 1, $"{body}"), Only(await ToDo(convenor)));

        var meeting = await world.Planned(body, issue);
        Assert.Equal(("Convene", 1, $"{meeting}"), Only(await ToDo(convenor)));

        await Must(world.Post($"/{meeting}/convene", new { }));
        Assert.Equal(("Open", 1, $"{meeting}"), Only(await ToDo(convenor)));

        await Must(world.Post($"/{meeting}/open"));
        await Must(world.Post($"/{meeting}/check-ins", new { personIds = members }));
        Assert.Empty(await ToDo(convenor));

        var item = await world.FirstItem(meeting);
        await world.Passed(meeting, item, members);
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯", actions = new[] { new { kind = "Property", what = "装灯（13号楼）", dueOn = world.Today } } }));
        await Must(world.Post($"/{meeting}/conclude"));
        Assert.Equal(("Publish", 1, $"{meeting}"), Only(await ToDo(convenor)));

        await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "通过" }));
        await Must(world.Post($"/{meeting}/minutes/publish"));
        Assert.Empty(await ToDo(convenor));
        Assert.Empty(await ToDo(world.Somebody(Role.Convenor, world.Grid2, PlacesWorld<Program, Data.MeetingsDb>.Grid2Path)));

        await world.In(world.Ours, db => db.FollowUps.Where(x => x.What == "装灯（13号楼）").ExecuteUpdateAsync(x => x.SetProperty(a => a.DueOn, world.Today.AddDays(-1))));
        Assert.Equal(("FollowUp", 1, $"{meeting}"), Only(await ToDo(convenor)));
    }

    private async Task<JsonArray> ToDo(Guid by) => (await world.Get("/to-do", by)).AsArray();

    private static (string, int, string) Only(JsonArray groups) =>
        Assert.Single(groups) is { } group ? ((string)group["what"]!, (int)group["count"]!, (string)Assert.Single(group["first"]!.AsArray())!["id"]!) : default;
}
