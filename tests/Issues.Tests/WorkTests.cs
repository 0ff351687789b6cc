using System.Net;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>From actions to the rating, through the doors.</summary>
public sealed class WorkTests(IssuesWorld world)
{
    [Fact]
    public async Task AllActionsDone_ByThoseHereAndElsewhere_CompletesIt_Once()
    {
        var (issue, resolution) = await world.InAction();
        var property = world.As(world.Somebody(Role.PropertyManager));
        Assert.Contains((await property.GetFromJsonAsync<Page<ListActions.Row>>($"{Root}/actions?limit=100", Json))!.Items, x => x.IssueId == issue.Id);

        await Refused("issue.action-of-others", await world.Finish(world.Staff(), issue, resolution.Actions[1].ActionId));
        await Refused("issue.needs-evidence", await Send(property, $"{issue.Door}/actions/{resolution.Actions[0].ActionId}/done", new { note = "好了", photoIds = Array.Empty<Guid>() }));
        await Is(HttpStatusCode.NoContent, await world.Finish(property, issue, resolution.Actions[0].ActionId));
        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);
        await Refused("issue.action-not-open", await world.Finish(property, issue, resolution.Actions[0].ActionId));
        var done = world.Done(resolution.Actions[1], resolution);
        await world.Deliver(done);
        await world.Deliver(done);

        var said = await world.Says<ActionCompleted>(x => x.ActionId == resolution.Actions[0].ActionId);
        Assert.Equal((resolution.SubjectId, issue.Id, issue.Receipt), (said.ResolutionId, said.IssueId, said.ReceiptNumber));
        await world.Says<IssueCompleted>(x => x.SubjectId == issue.Id);
        var seen = await world.Look(issue);
        Assert.Equal(IssueStatus.Verifying, seen.Status);
        Assert.Single(seen.Actions.Single(x => x.Id == resolution.Actions[0].ActionId).PhotoIds);
        Assert.Single(seen.History, x => x.Act is IssueAct.Completed);
        await Refused("issue.unknown-action", await world.Finish(property, issue, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task FastLane_NeedsNoDeliberation_AndNothingElseSkipsIt()
    {
        var (fast, slow, staff) = (await world.Triaged(Scale.Small, fastLane: true), await world.Triaged(), world.Staff());
        object Given(string kind) => new { actions = new[] { new { kind, what = "更换路灯", dueOn = "2026-12-01" } } };

        await Refused("issue.needs-deliberation", await Send(staff, $"{slow.Door}/actions", Given("Property")));
        await Refused("issue.action-of-others", await Send(staff, $"{fast.Door}/actions", Given("Volunteers")));
        await Refused("issue.not-in-action", await Send(staff, $"{(await world.Reported()).Door}/actions", Given("Property")));
        await Is(HttpStatusCode.NoContent, await Send(staff, $"{fast.Door}/actions", Given("Property")));

        var said = await world.Says<IssueActionsAssigned>(x => x.SubjectId == fast.Id);
        Assert.Null(said.ResolutionId);
        await Is(HttpStatusCode.NoContent, await world.Finish(world.As(world.Somebody(Role.PropertyManager)), fast, said.Actions[0].ActionId));
        Assert.Equal(IssueStatus.Verifying, (await world.Look(fast)).Status);
    }

    [Fact]
    public async Task DeclinedAction_IsToldWithItsReason_AndGivenToOthers()
    {
        var (issue, resolution) = await world.InAction(ActionKind.Property, ActionKind.Volunteers);
        var (property, staff) = (world.As(world.Somebody(Role.PropertyManager)), world.Staff());
        var (ours, theirs) = (resolution.Actions[0], resolution.Actions[1]);
        object ToCommittee() => new { kind = "Committee", dueOn = "2026-12-20", words = "居委自己来" };

        await Is(HttpStatusCode.NoContent, await Send(property, $"{issue.Door}/actions/{ours.ActionId}/decline", new { reason = "没有这笔经费" }));
        Assert.Equal("没有这笔经费", (await world.Says<ActionDeclined>(x => x.ActionId == ours.ActionId)).Reason);
        await Refused("issue.action-of-others", await Send(staff, $"{issue.Door}/actions/{theirs.ActionId}/reassign", ToCommittee()));
        await world.Deliver(world.Fact(new ActionDeclined
        {
            ActionId = theirs.ActionId, Kind = theirs.Kind, ResolutionId = resolution.SubjectId, IssueId = issue.Id, Reason = "没有人手",
        }));
        Assert.All((await world.Look(issue)).Actions, x => Assert.Equal(ActionState.Declined, x.State));
        foreach (var action in resolution.Actions)
            await Is(HttpStatusCode.NoContent, await Send(staff, $"{issue.Door}/actions/{action.ActionId}/reassign", ToCommittee()));
        foreach (var action in resolution.Actions)
            await Is(HttpStatusCode.NoContent, await world.Finish(staff, issue, action.ActionId));

        Assert.Equal(IssueStatus.Verifying, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Verify_ByTheHandlerOrWhoDidIt_IsRefused()
    {
        var (issue, resolution) = await world.InAction(ActionKind.Committee);
        var (doer, handler) = (world.Staff(), world.Somebody(Role.CommitteeStaff, world.Building12, Worlds.PlacesWorld<Program, Data.IssuesDb>.NeighbourhoodPath));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/handler", new { personId = handler }));
        await Is(HttpStatusCode.NoContent, await world.Finish(doer, issue, resolution.Actions[0].ActionId));

        await Refused("issue.handler-cannot-verify", await Send(doer, $"{issue.Door}/verify", new { done = true }));
        await Refused("issue.handler-cannot-verify", await Send(world.As(handler), $"{issue.Door}/verify", new { done = true }));
        await Refused("issue.needs-reason", await Send(world.Staff(), $"{issue.Door}/verify", new { done = false }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = false, words = "还有一半没清" }));

        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);
        Assert.False((await world.Says<IssueVerified>(x => x.SubjectId == issue.Id)).Done);
    }

    [Fact]
    public async Task AFollowUpCall_CountsAsTheAuthors_SaysSo_AndIsNotMadeByWhoDidIt()
    {
        var (issue, resolution) = await world.InAction(ActionKind.Committee);
        var doer = world.Somebody(Role.CommitteeStaff);
        await Is(HttpStatusCode.NoContent, await world.Finish(world.As(doer), issue, resolution.Actions[0].ActionId));
        await Refused("issue.cannot-move", await Send(world.Staff(), $"{issue.Door}/rate/by-call", new { score = 5, words = "电话里说满意" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = true }));

        await Refused("issue.handler-cannot-rate", await Send(world.As(doer), $"{issue.Door}/rate/by-call", new { score = 5, words = "电话里说满意" }));
        await Refused("request.invalid", await Send(world.Staff(), $"{issue.Door}/rate/by-call", new { score = 5, words = "" }));
        await Is(HttpStatusCode.OK, await Send(world.Staff(), $"{issue.Door}/rate/by-call", new { score = 2, words = "还有一堆旧家具" }));

        Assert.True((await world.Says<IssueRated>(x => x.SubjectId == issue.Id)) is { Score: 2, ByCall: true });
        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.InAction, 1), (seen.Status, seen.Reopened));
        Assert.Contains(seen.History, x => x is { Act: IssueAct.RatedByCall, ByRole: Role.CommitteeStaff, Words: "还有一堆旧家具", About: "2" });
    }

    /// <summary>Two reported it: each under their own number, and whoever comes first rates for both.</summary>
    [Fact]
    public async Task TheAuthorOfAMergedIssue_RatesToo_UnderTheirOwnNumber_Once()
    {
        var duplicate = await world.Accepted();
        var issue = await world.Triaged(fastLane: true);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{duplicate.Door}/merge", new { intoId = issue.Id }));
        await Refused("issue.cannot-move", await Send(duplicate.Author, $"{duplicate.Door}/rate", new { score = 5 }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/actions", new { actions = new[] { new { kind = ActionKind.Committee, what = "清理", dueOn = "2026-12-20" } } }));
        await Is(HttpStatusCode.NoContent, await world.Finish(world.Staff(), issue, (await world.Look(issue)).Actions[0].Id));
        Assert.False((await world.Look(duplicate)).CanRate);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = true }));
        Assert.True((await world.Look(duplicate)).CanRate && (await world.Look(issue)).CanRate);

        await Refused("issue.not-yours", await Send(world.As(Guid.CreateVersion7()), $"{duplicate.Door}/rate", new { score = 5 }));
        await Is(HttpStatusCode.OK, await Send(duplicate.Author, $"{duplicate.Door}/rate", new { score = 5 }));

        await Refused("issue.cannot-move", await Send(issue.Author, $"{issue.Door}/rate", new { score = 1, words = "不满意" }));
        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Closed, 5, 2, false), (seen.Status, seen.Score, seen.Authors, seen.CanRate));
        Assert.Contains(seen.History, x => x is { Act: IssueAct.Rated, ByAuthor: true });
    }

    [Theory]
    [InlineData(5, ClosedBecause.Satisfied)]
    [InlineData(4, ClosedBecause.Satisfied)]
    [InlineData(3, ClosedBecause.Neither)]
    public async Task Rate_ThreeOrMore_Closes(int score, ClosedBecause because)
    {
        var issue = await world.AwaitingRating();

        await Refused("issue.not-yours", await Send(world.Staff(), $"{issue.Door}/rate", new { score, words = "好" }));
        await Refused("request.invalid", await Send(issue.Author, $"{issue.Door}/rate", new { score = 6, words = "好" }));
        await Is(HttpStatusCode.OK, await Send(issue.Author, $"{issue.Door}/rate", new { score, words = "好" }));

        Assert.Equal(score, (await world.Says<IssueRated>(x => x.SubjectId == issue.Id)).Score);
        Assert.Equal(because, (await world.Says<IssueClosed>(x => x.SubjectId == issue.Id)).Because);
        await Refused("issue.cannot-move", await Send(issue.Author, $"{issue.Door}/rate", new { score, words = "好" }));
    }

    [Fact]
    public async Task Rate_Dissatisfied_ReopensTwice_AndThenGoesOneLevelUp()
    {
        var issue = await world.AwaitingRating();
        for (var times = 1; times <= 2; times++)
        {
            await Refused("issue.needs-reason", await Send(issue.Author, $"{issue.Door}/rate", new { score = 1, words = " " }));
            await Is(HttpStatusCode.OK, await Send(issue.Author, $"{issue.Door}/rate", new { score = 1, words = "没有清干净" }));
            Assert.Equal(times, (await world.Says<IssueReopened>(x => x.SubjectId == issue.Id && x.Times == times)).Times);
            await Send(world.Staff(), $"{issue.Door}/actions", new { actions = new[] { new { kind = "Committee", what = "再清一次", dueOn = "2026-12-20" } } });
            var action = (await world.Look(issue)).Actions.Single(x => x.State is ActionState.Open);
            await Is(HttpStatusCode.NoContent, await world.Finish(world.Staff(), issue, action.Id));
            await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = true }));
        }

        await Is(HttpStatusCode.OK, await Send(issue.Author, $"{issue.Door}/rate", new { score = 2, words = "还是不行" }));

        var said = await world.Says<IssueEscalated>(x => x.SubjectId == issue.Id);
        Assert.Equal((AreaLevel.Street, world.Street), (said.DeliberationLevel, said.DeliberationAreaId));
        Assert.Equal(IssueStatus.Triaged, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Unrated_ClosesAfterSevenDays_Once_ThoughTwoReplicasLook()
    {
        var (issue, job) = (await world.AwaitingRating(), world.Services.GetRequiredService<KeepClocks>());
        await job.Run(default);
        Assert.Equal(IssueStatus.AwaitingRating, (await world.Look(issue)).Status);

        world.Clock.Pass(TimeSpan.FromDays(7));
        await Task.WhenAll(job.Run(default), job.Run(default));
        await job.Run(default);

        Assert.Equal(ClosedBecause.NoAnswer, (await world.Says<IssueClosed>(x => x.SubjectId == issue.Id)).Because);
        Assert.Single((await world.Look(issue)).History, x => x.Act is IssueAct.Closed);
    }
}
