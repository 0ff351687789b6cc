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

/// <summary>What one person asks and another decides. A world of its own, since time passes in it.</summary>
public sealed class ApprovalTests(IssuesWorld world) : IClassFixture<IssuesWorld>
{
    private readonly DateTimeOffset _monday = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Extension_GivesWorkingDaysMore_OnceAnotherApproves()
    {
        var (issue, asker) = (await Fresh(() => world.Triaged(Scale.Small)), world.Somebody(Role.CommitteeStaff));
        Assert.Equal(new DateOnly(2026, 11, 30), (await world.Look(issue)).Deadline!.DueOn);

        await Is(HttpStatusCode.NoContent, await Ask(asker, issue, new { kind = "Extension", reason = "等配件", days = 3 }));
        // It waits: the deadline is as it was, and its author doesn't read what staff ask one another.
        Assert.Equal(new DateOnly(2026, 11, 30), (await world.Look(issue)).Deadline!.DueOn);
        Assert.True(await world.Look(issue) is { Asking: null } hidden && hidden.History.All(x => x.Act is not IssueAct.Asked));
        Assert.True((await Inside(asker, issue)).Asking is { Kind: RequestKind.Extension, IsMine: true, Days: 3, Words: "等配件" });
        await Refused("issue.asker-cannot-decide", await Decide(asker, issue, true));
        await Refused("issue.asked-already", await Ask(world.Somebody(Role.CommitteeStaff), issue, new { kind = "Voiding", reason = "重复" }));

        await Is(HttpStatusCode.NoContent, await Decide(world.Somebody(Role.BranchSecretary), issue, true, "同意"));
        var after = await world.Look(issue);
        Assert.Equal(new DateOnly(2026, 12, 3), after.Deadline!.DueOn);
        Assert.Equal(("3", "同意", Role.BranchSecretary), after.History.Where(x => x.Act is IssueAct.Extended).Select(x => (x.About, x.Words, x.ByRole!.Value)).Single());
        await Refused("issue.nothing-asked", await Decide(world.Somebody(Role.StreetOfficer), issue, true));
    }

    [Fact]
    public async Task ARefusal_NeedsWords_AndLeavesTheIssueAsItWas()
    {
        var (issue, asker) = (await Fresh(() => world.Triaged()), world.Somebody(Role.CommitteeStaff));
        await Is(HttpStatusCode.NoContent, await Ask(asker, issue, new { kind = "Suspension", reason = "等维修资金", until = "2026-12-31" }));
        await Refused("issue.needs-reason", await Decide(world.Somebody(Role.BranchSecretary), issue, false));
        await Is(HttpStatusCode.NoContent, await Decide(world.Somebody(Role.BranchSecretary), issue, false, "资金已到位"));

        var after = await Inside(asker, issue);
        Assert.True(after is { Status: IssueStatus.Triaged, Asking: null });
        Assert.Equal([("Suspension", "等维修资金"), ("Suspension", "资金已到位")],
            after.History.Where(x => x.Act is IssueAct.Asked or IssueAct.Refused).Select(x => (x.About, x.Words)));
    }

    [Fact]
    public async Task Suspended_ItsClockPauses_AndResumptionIsAskedAndApprovedToo()
    {
        var issue = await Fresh(() => world.Triaged(Scale.Small));
        await Granted(issue, new { kind = "Suspension", reason = "等电力公司", until = "2027-03-31" });
        Assert.Equal(new DateTimeOffset(2027, 3, 31, 16, 0, 0, TimeSpan.Zero), (await world.Says<IssueSuspended>(x => x.SubjectId == issue.Id)).Until);

        // Two weeks pass: nothing is overdue, and five working days are left as before.
        world.Clock.Set(_monday.AddDays(14));
        await world.Services.GetRequiredService<KeepClocks>().Run(default);
        Assert.True(await world.Look(issue) is { Status: IssueStatus.Suspended, EverOverdue: false, Deadline: { Paused: true, WorkingDaysLeft: 5 } });

        await Granted(issue, new { kind = "Resumption", reason = "电力公司已完成" });
        await world.Says<IssueResumed>(x => x.SubjectId == issue.Id);
        var after = await world.Look(issue);
        Assert.True(after is { Status: IssueStatus.Triaged, SuspendedUntil: null, Deadline: { Paused: false, WorkingDaysLeft: 5 } });
        Assert.Equal(new DateOnly(2026, 12, 14), after.Deadline!.DueOn);
    }

    [Fact]
    public async Task ASuspension_EndsByItself_OnceThoughManyLook()
    {
        var issue = await Fresh(() => world.Triaged(Scale.Small));
        await Granted(issue, new { kind = "Suspension", reason = "等雨季过去", until = "2026-11-27" });
        world.Clock.Set(_monday.AddDays(5));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<KeepClocks>(world.Services).Run(default)));

        Assert.Null((await world.Says<IssueResumed>(x => x.SubjectId == issue.Id)).ActorId);
        var after = await world.Look(issue);
        Assert.Equal(IssueStatus.Triaged, after.Status);
        Assert.Single(after.History, x => x.Act is IssueAct.Resumed);
    }

    [Fact]
    public async Task ADecisionOfAMeeting_EndsTheWaiting_AndWhatWasDoneMeanwhileCounts()
    {
        var (decided, (working, resolution)) = (await Fresh(() => world.Triaged()), await world.InAction(ActionKind.Volunteers));
        await Granted(decided, new { kind = "Suspension", reason = "等规划", until = "2026-12-31" });
        await world.Deliver(world.Resolution(decided.Id, ActionKind.Property));
        Assert.Equal(IssueStatus.InAction, (await world.Look(decided)).Status);
        await world.Says<IssueResumed>(x => x.SubjectId == decided.Id);

        await Granted(working, new { kind = "Suspension", reason = "等天气", until = "2026-12-31" });
        await world.Deliver(world.Done(resolution.Actions[0], resolution));
        Assert.Equal(IssueStatus.Suspended, (await world.Look(working)).Status);
        await Granted(working, new { kind = "Resumption", reason = "天晴了" });
        Assert.Equal(IssueStatus.Verifying, (await world.Look(working)).Status);
    }

    [Fact]
    public async Task AnAgenda_FindsItsSuspendedIssueInDeliberation_WhenItGoesOn()
    {
        var (issue, meeting, item) = (await Fresh(() => world.Triaged()), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Granted(issue, new { kind = "Suspension", reason = "等规划", until = "2026-12-31" });
        await world.Deliver(world.Agenda(meeting, (item, issue.Id)));
        Assert.Equal(IssueStatus.Suspended, (await world.Look(issue)).Status);
        await Granted(issue, new { kind = "Resumption", reason = "可以议了" });
        Assert.Equal(IssueStatus.InDeliberation, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Returned_ItSaysWhoseItIs_AndItsOpenActionsAreDeclined()
    {
        var (issue, resolution) = await Fresh(() => world.InAction(ActionKind.Property));
        // The property company, whose hands it is in, asks; it holds no other right here.
        var property = world.Somebody(Role.PropertyManager);
        await Is(HttpStatusCode.NoContent, await Ask(property, issue, new { kind = "Return", reason = "高压线归电力公司", whose = "国网宝山供电公司" }));
        await Is(HttpStatusCode.NoContent, await Decide(world.Somebody(Role.CommitteeStaff), issue, true));

        Assert.Equal("国网宝山供电公司", (await world.Says<IssueReturned>(x => x.SubjectId == issue.Id)).Whose);
        await world.Says<ActionDeclined>(x => x.ActionId == resolution.Actions[0].ActionId);
        var after = await world.Look(issue);
        Assert.True(after is { Status: IssueStatus.Triaged, HandlerId: null } && after.Actions.Single().State is ActionState.Dropped);
        Assert.Equal("国网宝山供电公司", after.History.Single(x => x.Act is IssueAct.Returned).About);
    }

    [Fact]
    public async Task Voided_ItIsOver_AndWhatWasMergedIntoItGoesOn()
    {
        var (issue, other) = (await Fresh(() => world.Accepted()), await world.Accepted());
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{other.Door}/merge", new { intoId = issue.Id }));
        await Granted(issue, new { kind = "Voiding", reason = "测试数据" });

        await world.Says<IssueVoided>(x => x.SubjectId == issue.Id);
        await world.Says<IssueUnmerged>(x => x.SubjectId == other.Id);
        Assert.Equal((IssueStatus.Voided, IssueStatus.Accepted), ((await world.Look(issue)).Status, (await world.Look(other)).Status));
        Assert.Null((await world.Look(issue)).Deadline);
        await Refused("issue.cannot-ask-now", await Ask(world.Somebody(Role.CommitteeStaff), issue, new { kind = "Resumption", reason = "误作废" }));
    }

    [Fact]
    public async Task ARequest_LapsesWithItsState()
    {
        var issue = await Fresh(() => world.Triaged());
        await Is(HttpStatusCode.NoContent, await Ask(world.Somebody(Role.CommitteeStaff), issue, new { kind = "Extension", reason = "等回复", days = 2 }));
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{issue.Door}/withdraw", new { }));
        await Refused("issue.nothing-asked", await Decide(world.Somebody(Role.BranchSecretary), issue, true));
        Assert.Equal(IssueStatus.Withdrawn, (await world.Look(issue)).Status);
    }

    [Theory]
    [InlineData("Extension", """{"kind":"Extension","reason":"等配件"}"""), InlineData("Extension", """{"kind":"Extension","reason":"等配件","days":31}""")]
    [InlineData("Suspension", """{"kind":"Suspension","reason":"等资金"}"""), InlineData("Suspension", """{"kind":"Suspension","reason":"等资金","until":"2026-11-23"}""")]
    [InlineData("Suspension", """{"kind":"Suspension","reason":"等资金","until":"2027-12-31"}""")]
    public async Task ARequestThatLacksSomething_IsRefused(string kind, string body)
    {
        var issue = await Fresh(() => world.Triaged());
        using var http = world.Staff();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await http.PostAsync(new Uri($"{issue.Door}/approvals", UriKind.Relative), content);
        await Refused("issue.request-incomplete", answer);
        Assert.NotNull(kind);
    }

    [Fact]
    public async Task AReturnWithoutWhose_IsRefused_AndSoIsWhoHasNothingToDoWithIt()
    {
        var (issue, _) = await Fresh(() => world.InAction(ActionKind.Property));
        await Refused("issue.request-incomplete", await Ask(world.Somebody(Role.CommitteeStaff), issue, new { kind = "Return", reason = "不归我们" }));
        await Refused("rights.outside-your-area", await Ask(world.Somebody(Role.GridOfficer), issue, new { kind = "Extension", reason = "等一等", days = 1 }));
        await Refused("rights.outside-your-area", await Ask(world.Somebody(Role.OwnersCommittee), issue, new { kind = "Extension", reason = "等一等", days = 1 }));
        await Refused("rights.outside-your-area", await Decide(world.Somebody(Role.BranchSecretary, world.Grid2, IssuesWorld.Grid2Path), issue, true));
    }

    [Fact]
    public async Task WhatWaits_IsCountedForThoseWhoMayDecide_AndListed()
    {
        var (issue, asker) = (await Fresh(() => world.Triaged()), world.Somebody(Role.CommitteeStaff));
        var before = (await ToDo(asker), await ToDo(world.Somebody(Role.BranchSecretary)));
        await Is(HttpStatusCode.NoContent, await Ask(asker, issue, new { kind = "Voiding", reason = "重复登记" }));
        Assert.Equal((before.Item1, before.Item2 + 1), (await ToDo(asker), await ToDo(world.Somebody(Role.BranchSecretary))));

        var listed = (await world.As(asker).GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?asked=true&limit=100", Json))!;
        Assert.Equal(RequestKind.Voiding, listed.Items.Single(x => x.Id == issue.Id).Asking);
    }

    private async Task<T> Fresh<T>(Func<Task<T>> made)
    {
        world.Clock.Set(_monday);
        return await made();
    }

    private async Task Granted(Case issue, object request)
    {
        await Is(HttpStatusCode.NoContent, await Ask(world.Somebody(Role.CommitteeStaff), issue, request));
        await Is(HttpStatusCode.NoContent, await Decide(world.Somebody(Role.BranchSecretary), issue, true, "同意"));
    }

    private Task<HttpResponseMessage> Ask(Guid who, Case issue, object request) => Send(world.As(who), $"{issue.Door}/approvals", request);

    private Task<HttpResponseMessage> Decide(Guid who, Case issue, bool approve, string? words = null) =>
        Send(world.As(who), $"{issue.Door}/approvals/decide", new { approve, words });

    private async Task<GetIssue.View> Inside(Guid who, Case issue) => (await world.As(who).GetFromJsonAsync<GetIssue.View>(issue.Door, Json))!;

    private async Task<int> ToDo(Guid who) => (await world.As(who).GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json))!.ToApprove;
}
