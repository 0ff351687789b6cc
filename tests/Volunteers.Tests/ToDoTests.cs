using Platform.Contracts.Directory.V1;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class ToDoTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task EachStepOfAnActivity_WaitsForWhoeverRunsIt_AndForNobodyElse()
    {
        var elsewhere = world.Somebody(Role.CommitteeStaff, world.Grid2, VolunteersWorld.Grid2Path);
        var (person, secretary) = (Guid.CreateVersion7(), world.Somebody(Role.BranchSecretary));

        await world.Deliver(world.Resolution(Guid.CreateVersion7()));
        var id = Assert.Single((await Of(world.Staff, ToDo.What.Arrange))!.First, x => x.DueOn == new DateOnly(2026, 12, 31)).Id;
        Assert.Empty(await All(elsewhere));
        Assert.Empty(await All(person));

        await world.Arrange(id, capacity: 2);
        await world.Do(world.Staff, $"activities/{id}/open");
        Assert.Empty(await All(world.Staff));
        foreach (var who in (Guid[])[person, secretary]) await world.Do(who, $"activities/{id}/sign-ups");
        world.Clock.Pass(TimeSpan.FromHours(2));
        foreach (var who in (Guid[])[person, secretary]) await world.Do(world.Staff, $"activities/{id}/roster/{who}/check-in");
        Assert.Empty(await All(world.Staff));

        world.Clock.Pass(TimeSpan.FromHours(4));
        Assert.Equal(id, Assert.Single((await Of(world.Staff, ToDo.What.Finish))!.First).Id);
        await world.Do(world.Staff, $"activities/{id}/finish");

        Assert.Equal((1, id), (await Of(world.Staff, ToDo.What.Verify)) is { } verify ? (verify.Count, verify.First[0].Id) : default);
        Assert.Empty(await All(secretary)); // Nobody finds their own hours right.
        await world.Do(world.Staff, $"activities/{id}/verify-hours");
        Assert.Empty(await All(world.Staff));
    }

    [Fact]
    public async Task ATeamsLeader_IsToldOfTheirTeamsActivities()
    {
        var leader = Guid.CreateVersion7();
        using var staff = world.As(world.Staff);
        var team = await VolunteersWorld.Read<Made>(await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            staff, $"{VolunteersWorld.Api}/teams", new { name = "爱绿达人", kind = "GardenLovers", areaId = world.Neighbourhood, leaderId = leader, recruiting = true }));
        var id = await world.DraftedActivity();
        await world.Arrange(id, capacity: 2, team.Id);

        Assert.Contains((await Of(leader, ToDo.What.Arrange))!.First, x => x.Id == id);
        await world.Do(world.Staff, $"activities/{id}/cancel", new { reason = "试" });
    }

    private Task<ToDo.Group[]> All(Guid by) => world.Get<ToDo.Group[]>(by, "to-do");

    private async Task<ToDo.Group?> Of(Guid by, ToDo.What what) => (await All(by)).SingleOrDefault(x => x.What == what);
}
