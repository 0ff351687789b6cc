using System.Net;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Issues.Domain;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What others say: twice, in any order, and too late.</summary>
public sealed class ReactionTests(IssuesWorld world)
{
    private readonly Guid _meeting = Guid.CreateVersion7(), _item = Guid.CreateVersion7();

    [Fact]
    public async Task Agenda_ThenResolution_Twice_HaveEffectOnce()
    {
        var issue = await world.Triaged();
        var (agenda, resolution) = (world.Agenda(_meeting, (_item, issue.Id)), world.Resolution(issue.Id, _meeting, _item, ActionKind.Property, ActionKind.Partner));
        foreach (var fact in new Contracts.Fact[] { agenda, agenda, resolution, resolution, agenda }) await world.Deliver(fact);

        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.InAction, 2), (seen.Status, seen.Actions.Count));
        Assert.Equal([IssueAct.Submitted, IssueAct.Accepted, IssueAct.Triaged, IssueAct.OnAgenda, IssueAct.Resolved], seen.History.Select(x => x.Act));
        Assert.Equal(resolution.SubjectId, (await world.Says<IssueActionsAssigned>(x => x.SubjectId == issue.Id)).ResolutionId);
    }

    [Fact]
    public async Task Resolution_BeforeItsAgenda_AndDone_BeforeTheResolution_EndTheSame()
    {
        var issue = await world.Triaged();
        var (agenda, resolution) = (world.Agenda(_meeting, (_item, issue.Id)), world.Resolution(issue.Id, _meeting, _item, ActionKind.Volunteers));

        await world.Deliver(world.Done(resolution.Actions[0], resolution));
        Assert.Equal(IssueStatus.Triaged, (await world.Look(issue)).Status);
        await world.Deliver(resolution);
        await world.Says<IssueCompleted>(x => x.SubjectId == issue.Id);
        await world.Deliver(agenda);

        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Verifying, ActionState.Done), (seen.Status, seen.Actions.Single().State));
    }

    [Fact]
    public async Task ResolutionWithoutActions_Closes()
    {
        var issue = await world.Triaged();
        await world.Deliver(world.Resolution(issue.Id, _meeting, _item));

        Assert.Equal(ClosedBecause.NoActionNeeded, (await world.Says<IssueClosed>(x => x.SubjectId == issue.Id)).Because);
    }

    [Fact]
    public async Task Deferred_GoesBackToTriage_UnlessALaterAgendaHasIt()
    {
        var (issue, later) = (await world.Triaged(), Guid.CreateVersion7());
        ItemDeferred Deferred() => world.Fact(new ItemDeferred { ItemId = _item, IssueId = issue.Id }, _meeting);
        await world.Deliver(world.Agenda(_meeting, (_item, issue.Id)));
        await world.Deliver(Deferred());
        Assert.Equal(IssueStatus.Triaged, (await world.Look(issue)).Status);

        await world.Deliver(world.Agenda(later, (_item, issue.Id)));
        await world.Deliver(Deferred());

        Assert.Equal(IssueStatus.InDeliberation, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Deferred_HeardAfterTheNextAgenda_LeavesItInDeliberation()
    {
        var (issue, later) = (await world.Triaged(), Guid.CreateVersion7());
        await world.Deliver(world.Agenda(_meeting, (_item, issue.Id)));
        await world.Deliver(world.Agenda(later, (_item, issue.Id)));
        await world.Deliver(world.Fact(new ItemDeferred { ItemId = _item, IssueId = issue.Id }, _meeting));

        Assert.Equal(IssueStatus.InDeliberation, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Escalated_GoesOneLevelUp_Once()
    {
        var issue = await world.Triaged(Scale.Major);
        var fact = world.Fact(new ItemEscalated { ItemId = _item, IssueId = issue.Id, From = AreaLevel.Grid }, _meeting);
        await world.Deliver(fact);
        await world.Deliver(fact);

        var said = await world.Says<IssueEscalated>(x => x.SubjectId == issue.Id);
        Assert.Equal((AreaLevel.Neighbourhood, world.Neighbourhood), (said.DeliberationLevel, said.DeliberationAreaId));
        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Triaged, AreaLevel.Neighbourhood), (seen.Status, seen.DeliberationLevel));
        Assert.Single(seen.History, x => x.Act is IssueAct.Escalated);
    }

    /// <summary>Meetings settles an item once. Should two outcomes come all the same, the first that is heard stands, and the other is on record.</summary>
    [Theory]
    [InlineData(true, IssueStatus.InAction, IssueAct.Deferred, ActionState.Open)]
    [InlineData(false, IssueStatus.Triaged, IssueAct.Resolved, ActionState.Dropped)]
    public async Task ASecondOutcomeOfOneItem_ChangesNothing_AndIsWrittenDown(bool resolvedFirst, IssueStatus stands, IssueAct late, ActionState actions)
    {
        var issue = await world.Triaged();
        var resolution = world.Resolution(issue.Id, _meeting, _item, ActionKind.Property, ActionKind.Volunteers);
        Contracts.Fact[] outcomes = [resolution, world.Fact(new ItemDeferred { ItemId = _item, IssueId = issue.Id }, _meeting)];
        await world.Deliver(world.Agenda(_meeting, (_item, issue.Id)));

        foreach (var outcome in resolvedFirst ? outcomes : outcomes.Reverse()) await world.Deliver(outcome);

        var seen = await world.Look(issue);
        Assert.Equal(stands, seen.Status);
        Assert.Equal([actions, actions], seen.Actions.Select(x => x.State));
        Assert.Equal($"{late}", Assert.Single(seen.History, x => x.Act is IssueAct.HeardLate).About);
        // Nobody waits in vain for what the other outcome had asked of this service.
        if (!resolvedFirst)
        {
            var declined = await world.Says<ActionDeclined>(x => x.ResolutionId == resolution.SubjectId);
            Assert.Equal((resolution.Actions[0].ActionId, IssueAction.ItemWasSettled), (declined.ActionId, declined.Reason));
        }

        Assert.Equal(resolvedFirst, world.Ear.Heard.OfType<IssueActionsAssigned>().Any(x => x.SubjectId == issue.Id));
    }

    /// <summary>An item that went one level up is not resolved below any more.</summary>
    [Fact]
    public async Task AnItemThatWasEscalated_IsNeitherResolvedNorDeferredBelow()
    {
        var issue = await world.Triaged(Scale.Major);
        await world.Deliver(world.Fact(new ItemEscalated { ItemId = _item, IssueId = issue.Id, From = AreaLevel.Grid }, _meeting));
        await world.Deliver(world.Resolution(issue.Id, _meeting, _item, ActionKind.Volunteers));
        await world.Deliver(world.Fact(new ItemDeferred { ItemId = _item, IssueId = issue.Id }, _meeting));

        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Triaged, AreaLevel.Neighbourhood), (seen.Status, seen.DeliberationLevel));
        Assert.Equal([nameof(IssueAct.Resolved), nameof(IssueAct.Deferred)], seen.History.Where(x => x.Act is IssueAct.HeardLate).Select(x => x.About));
    }

    [Fact]
    public async Task Resolution_ForAWithdrawnIssue_IsWrittenDown_AndOurActionsAreDeclined()
    {
        var issue = await world.Triaged();
        await Send(issue.Author, $"{issue.Door}/withdraw", new { });
        var resolution = world.Resolution(issue.Id, _meeting, _item, ActionKind.Property, ActionKind.Volunteers);

        await world.Deliver(world.Agenda(_meeting, (_item, issue.Id)));
        await world.Deliver(resolution);
        await world.Deliver(world.Done(resolution.Actions[1], resolution));

        var declined = await world.Says<ActionDeclined>(x => x.ResolutionId == resolution.SubjectId);
        Assert.Equal(resolution.Actions[0].ActionId, declined.ActionId);
        var seen = await world.Look(issue);
        Assert.Equal(IssueStatus.Withdrawn, seen.Status);
        Assert.All(seen.Actions, x => Assert.Equal(ActionState.Dropped, x.State));
        Assert.Equal(3, seen.History.Count(x => x.Act is IssueAct.HeardLate));
    }

    [Fact]
    public async Task FactsOfAMergedOne_GoToTheOneItWentInto()
    {
        var (duplicate, issue) = (await world.Triaged(), await world.Triaged());
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{duplicate.Door}/merge", new { intoId = issue.Id }));
        var resolution = world.Resolution(duplicate.Id, _meeting, _item, ActionKind.Volunteers);

        await world.Deliver(world.Agenda(_meeting, (_item, duplicate.Id)));
        Assert.Equal(IssueStatus.InDeliberation, (await world.Look(issue)).Status);
        await world.Deliver(resolution);
        await world.Deliver(world.Done(resolution.Actions[0], resolution));

        Assert.Equal(IssueStatus.Verifying, (await world.Look(issue)).Status);
        Assert.Equal(IssueStatus.Merged, (await world.Look(duplicate)).Status);
    }

    [Fact]
    public async Task MovedArea_TakesItsIssuesAlong_AndAnOlderFactDoesNot()
    {
        var building = Guid.CreateVersion7();
        AreaChanged At(string path, int version) => world.Fact(new AreaChanged
        {
            Code = $"{building}", Name = "31号楼", Households = 60, Level = AreaLevel.Building, ParentId = world.Grid1, Path = path,
        }, building, version);
        await world.Deliver(At("310113008/005/g1/31/", 1));
        var issue = await world.Reported(building);

        await world.Deliver(At("310113008/005/g2/31/", 3));
        await world.Deliver(At("310113008/005/g1/31/", 2));

        Assert.Equal("310113008/005/g2/31/", (await world.Look(issue)).AreaPath);
    }
}
