using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class InboxTests(MeetingsWorld world)
{
    [Fact]
    public async Task Triaged_WaitsInTheInboxOfItsArea_WithTheTextThatIssuesTells_ByTheCallersToken()
    {
        var (hall, _) = await world.Body();
        var (point, _) = await world.Body(area: world.Building12);

        var issue = await world.Triaged();

        Assert.True(await world.InInbox(hall, issue));
        Assert.False(await world.InInbox(point, issue));
        var row = (await world.Get($"/bodies/{hall}/inbox?limit=100"))["items"]!.AsArray().Single(x => (string)x!["issueId"]! == issue.ToString())!;
        Assert.Equal($"高压线下的死角 {issue:n}", (string)row["title"]!);
        Assert.Equal("310113008-2026-000123", (string)row["receiptNumber"]!);
        Assert.StartsWith("Bearer ", world.Issues.LastToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FastLane_StaysOut()
    {
        var (hall, _) = await world.Body();
        var issue = Guid.CreateVersion7();

        await world.Deliver(world.TriagedFact(issue, world.Neighbourhood, fastLane: true));

        Assert.False(await world.InInbox(hall, issue));
    }

    [Fact]
    public async Task Triaged_HeardTwice_WaitsOnce()
    {
        var (hall, _) = await world.Body();
        var issue = Guid.CreateVersion7();
        var fact = world.TriagedFact(issue, world.Neighbourhood);

        await world.Deliver(fact);
        await world.Deliver(fact);

        Assert.True(await world.InInbox(hall, issue));
    }

    [Fact]
    public async Task WithdrawnHeardBeforeTriaged_StaysOut()
    {
        var (hall, _) = await world.Body();
        var issue = Guid.CreateVersion7();

        await world.Deliver(world.Fact(new IssueWithdrawn(), issue, version: 4));
        await world.Deliver(world.TriagedFact(issue, world.Neighbourhood, version: 3));

        Assert.False(await world.InInbox(hall, issue));
    }

    [Fact]
    public async Task Merged_LeavesTheInbox_AndUnmerged_WaitsAgain()
    {
        var (hall, _) = await world.Body();
        var issue = await world.Triaged();
        var merged = new IssueMerged { IntoId = Guid.CreateVersion7(), IntoReceiptNumber = "310113008-2026-000001" };

        await world.Deliver(world.Fact(merged, issue, version: 4));
        Assert.False(await world.InInbox(hall, issue));

        await world.Deliver(world.Fact(new IssueUnmerged { FromId = merged.IntoId }, issue, version: 5));
        Assert.True(await world.InInbox(hall, issue));
    }

    [Fact]
    public async Task Escalated_MovesOneLevelUp_AlsoWhenTheTriageComesLater()
    {
        var (pavilion, _) = await world.Body(area: world.Grid1);
        var (hall, _) = await world.Body();
        var issue = Guid.CreateVersion7();

        await world.Deliver(world.Fact(new IssueEscalated
        {
            AreaId = world.Building12, DeliberationAreaId = world.Neighbourhood, DeliberationLevel = AreaLevel.Neighbourhood,
        }, issue, version: 5));
        await world.Deliver(world.TriagedFact(issue, world.Grid1, AreaLevel.Grid));

        Assert.True(await world.InInbox(hall, issue));
        Assert.False(await world.InInbox(pavilion, issue));
    }

    [Fact]
    public async Task WithdrawnWhileOnAnAgendaNotYetHeld_LeavesItWithANote()
    {
        var (hall, _) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.Planned(hall, issue);

        await world.Deliver(world.Fact(new IssueWithdrawn(), issue, version: 4));

        var item = (await world.Get($"/{meeting}"))["items"]![0]!;
        Assert.Equal(("Left", "Withdrawn"), ((string)item["outcome"]!, (string)item["note"]!));
    }

    [Fact]
    public async Task VoidedWhileTheMeetingIsInSession_TheMeetingIsTold_AndCannotDecideOnIt()
    {
        var (hall, members) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.InSession(hall, members, issue);
        var item = await world.FirstItem(meeting);

        await world.Deliver(world.Fact(new IssueVoided(), issue, version: 5));

        Assert.Equal("Voided", (string)(await world.Get($"/{meeting}"))["items"]![0]!["note"]!);
        Refused(409, "item.issue-is-gone", await world.Post($"/{meeting}/items/{item}/votes", new { }));
        await Must(world.Post($"/{meeting}/conclude"));
        Assert.Equal("Left", (string)(await world.Get($"/{meeting}"))["items"]![0]!["outcome"]!);
    }

    [Fact]
    public async Task AnIssue_OnOneAgenda_IsRefusedToAnother()
    {
        var (hall, _) = await world.Body();
        var issue = await world.Triaged();
        await world.Planned(hall, issue);
        var other = await world.Planned(hall);

        Assert.False(await world.InInbox(hall, issue));
        Refused(409, "item.not-in-inbox", await world.Post($"/{other}/items", new { issueIds = new[] { issue } }));
    }

    [Fact]
    public async Task AnIssue_TakenByManyMeetingsAtOnce_IsOnOneAgenda()
    {
        var (hall, _) = await world.Body();
        var issue = await world.Triaged();
        var meetings = new List<Guid>();
        for (var i = 0; i < 6; i++) meetings.Add(await world.Planned(hall));

        var answers = await Task.WhenAll(meetings.Select(x => world.Post($"/{x}/items", new { issueIds = new[] { issue } })));

        Assert.Single(answers, x => x.Status == 200);
        Assert.All(answers.Where(x => x.Status != 200), x => Refused(409, "item.not-in-inbox", x));
    }

    [Fact]
    public async Task CancelledMeeting_GivesItsIssuesBack_AndSaysSo()
    {
        var (hall, _) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.Planned(hall, issue);
        await Must(world.Post($"/{meeting}/convene", new { }));

        await Must(world.Post($"/{meeting}/cancel", new { reason = "台风" }));

        Assert.True(await world.InInbox(hall, issue));
        await world.Says<MeetingCancelled>(x => x.SubjectId == meeting);
        await world.Says<ItemDeferred>(x => x.IssueId == issue && x.ReceiptNumber == "310113008-2026-000123");
    }

    [Fact]
    public async Task WhileIssuesIsAway_AnAgendaIsShownByReceiptNumbers()
    {
        var (hall, _) = await world.Body();
        var meeting = await world.Planned(hall, await world.Triaged());
        world.Issues.GoAway();
        try
        {
            var item = (await world.Get($"/{meeting}"))["items"]![0]!;
            Assert.Equal((null, "310113008-2026-000123"), ((string?)item["title"], (string)item["receiptNumber"]!));
        }
        finally
        {
            world.Issues.GoAway(false);
        }
    }
}
