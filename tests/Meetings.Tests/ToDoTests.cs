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
    private const string Path = PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "14/";
    private const string NextPath = PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "15/";
    private readonly Guid _building = Guid.CreateVersion7(), _next = Guid.CreateVersion7();

    [Fact]
    public async Task EachStepOfAMeeting_WaitsForWhoeverConvenesThere_AndForNobodyElse()
    {
        await world.Deliver(world.Fact(new AreaChanged { Code = Path, Name = "14号楼", Level = AreaLevel.Building, ParentId = world.Grid1, Path = Path, Households = 60 }, _building));
        await world.Deliver(world.Fact(new AreaChanged { Code = NextPath, Name = "15号楼", Level = AreaLevel.Building, ParentId = world.Grid1, Path = NextPath, Households = 60 }, _next));
        var convenor = world.Somebody(Role.Convenor, _building, Path);
        Assert.Empty(await ToDo(convenor));

        var issue = await world.Triaged(_building, AreaLevel.Building);
        Assert.Equal(("Found", 1, $"{_building}"), Only(await ToDo(convenor)));

        var (body, members) = await world.Body(area: _building);
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
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯", actions = new[] { new { kind = "Property", what = "装灯（14号楼）", dueOn = world.Today } } }));
        await Must(world.Post($"/{meeting}/conclude"));
        Assert.Equal(("Publish", 1, $"{meeting}"), Only(await ToDo(convenor)));

        await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "通过" }));
        await Must(world.Post($"/{meeting}/minutes/publish"));
        Assert.Empty(await ToDo(convenor));
        Assert.Empty(await ToDo(world.Somebody(Role.Convenor, _next, NextPath)));

        await world.In(world.Ours, db => db.FollowUps.Where(x => x.What == "装灯（14号楼）").ExecuteUpdateAsync(x => x.SetProperty(a => a.DueOn, world.Today.AddDays(-1))));
        Assert.Equal(("FollowUp", 1, $"{meeting}"), Only(await ToDo(convenor)));
    }

    [Fact]
    public async Task Plans_WaitForWhoeverIsNamedUntilTheyAnswer_AndForWhoConvenesOnceTheRoundIsOver()
    {
        var (building, path) = (Guid.CreateVersion7(), PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "16/");
        await world.Deliver(world.Fact(new AreaChanged { Code = path, Name = "16号楼", Level = AreaLevel.Building, ParentId = world.Grid1, Path = path, Households = 60 }, building));
        var (convenor, named) = (world.Somebody(Role.Convenor, building, path), world.Somebody(Role.Convenor, building, path));
        var (body, _) = await world.Body(area: building);
        var plan = Id(await Must(world.Post("/plans", new { bodyId = body, title = "楼前花坛", stakeholders = new[] { new { personId = named, name = "王工", party = "物业" } } })));
        await world.Version(plan);
        Assert.Empty(await ToDo(named));

        var round = await world.Round(plan);
        Assert.Equal(("Answer", 1, $"{plan}"), Only(await ToDo(named)));
        Assert.Empty(await ToDo(convenor));
        await Must(world.Answer(plan, round, named, "Satisfied"));
        Assert.Empty(await ToDo(named));

        await Must(world.Post($"/plans/{plan}/rounds/{round}/close"));
        Assert.Equal(("Weigh", 1, $"{plan}"), Only(await ToDo(convenor)));
        Assert.Empty(await ToDo(world.Somebody(Role.Convenor, _next, NextPath)));
    }

    [Fact]
    public async Task CarriedItem_WaitsForWhoeverConvenesThere_FromItsDayOn()
    {
        var (building, path) = (Guid.CreateVersion7(), PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "17/");
        await world.Deliver(world.Fact(new AreaChanged { Code = path, Name = "17号楼", Level = AreaLevel.Building, ParentId = world.Grid1, Path = path, Households = 60 }, building));
        var convenor = world.Somebody(Role.Convenor, building, path);
        var (body, members) = await world.Body(area: building);
        foreach (var until in new[] { world.Today, world.Today.AddDays(9) })
        {
            var meeting = await world.InSession(body, members);
            await Must(world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/defer", new { reason = "下次", until }));
            await Must(world.Post($"/{meeting}/conclude"));
        }

        Assert.Contains(await ToDo(convenor), x => ((string)x!["what"]!, (int)x["count"]!, (string)x["first"]![0]!["id"]!) == ("Plan", 1, $"{body}"));
    }

    private async Task<JsonArray> ToDo(Guid by) => (await world.Get("/to-do", by)).AsArray();

    private static (string, int, string) Only(JsonArray groups) =>
        Assert.Single(groups) is { } group ? ((string)group["what"]!, (int)group["count"]!, (string)Assert.Single(group["first"]!.AsArray())!["id"]!) : default;
}
