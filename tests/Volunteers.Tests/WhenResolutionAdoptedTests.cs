using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Volunteers.V1;
using Platform.Volunteers.Domain;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class WhenResolutionAdoptedTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task AnActionOfVolunteers_BecomesADraft_WhoseHoursCompleteIt()
    {
        var action = Guid.CreateVersion7();
        var resolution = world.Resolution(action);
        await world.Deliver(resolution);
        var id = await DraftOf(action);
        var person = Guid.CreateVersion7();

        await world.Arrange(id, capacity: 14);
        await world.Do(world.Staff, $"activities/{id}/open");
        Assert.Equal(action, (await world.Says<ActivityOpened>(x => x.SubjectId == id)).ActionId);
        await world.Do(person, $"activities/{id}/sign-ups");
        world.Clock.Pass(TimeSpan.FromHours(2));
        await world.Do(world.Staff, $"activities/{id}/roster/{person}/check-in");
        world.Clock.Pass(TimeSpan.FromHours(3));
        await world.Do(world.Staff, $"activities/{id}/roster/{person}/check-out");
        await world.Do(world.Staff, $"activities/{id}/finish");
        await world.Do(world.Staff, $"activities/{id}/verify-hours");

        var completed = await world.Says<ActionCompleted>(x => x.ActionId == action);
        Assert.Equal((resolution.SubjectId, resolution.IssueId, ActionKind.Volunteers, id, "310113008-2026-000123"),
            (completed.ResolutionId, completed.IssueId, completed.Kind, completed.SubjectId, completed.ReceiptNumber));
    }

    [Fact]
    public async Task HeardTwice_AndOnceMoreUnderAnotherId_ThereIsOneDraft()
    {
        var action = Guid.CreateVersion7();
        var resolution = world.Resolution(action);

        await world.Deliver(resolution);
        await world.Deliver(resolution);
        await world.Deliver(resolution with { EventId = Guid.CreateVersion7() });

        Assert.Equal(1, await world.In(world.Ours, db => db.Activities.CountAsync(x => x.ActionId == action)));
    }

    [Fact]
    public async Task HeardBeforeItsArea_TheDraftIsThereWhenTheAreaIs()
    {
        var (action, area) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var resolution = world.Resolution(action);
        await world.Deliver(resolution with { Actions = [resolution.Actions[0] with { AreaId = area }] });
        await world.Deliver(world.Fact(new Contracts.Directory.V1.AreaChanged
        {
            Code = "31", Name = "31号楼", Households = 60, Level = Contracts.Directory.V1.AreaLevel.Building, ParentId = world.Grid1, Path = VolunteersWorld.Grid1Path + "31/",
        }, area));

        Assert.Equal("31号楼", (await world.Activity(await DraftOf(action))).AreaName);
    }

    [Fact]
    public async Task ActionsOfOthers_AreNotOurs()
    {
        var action = Guid.CreateVersion7();
        await world.Deliver(world.Resolution(action, ActionKind.Partner));
        Assert.Equal(0, await world.In(world.Ours, db => db.Activities.CountAsync(x => x.ActionId == action)));
    }

    private Task<Guid> DraftOf(Guid action) =>
        world.In(world.Ours, db => db.Activities.Where(x => x.ActionId == action && x.Status == ActivityStatus.Draft).Select(x => x.Id).SingleAsync());
}
