using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Insights.Data;
using Platform.Insights.Features;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>What meetings solved: an issue once, and only after somebody saw that it was done.</summary>
public sealed class SolvedTests(InsightsWorld world) : IClassFixture<InsightsWorld>
{
    private int _receipts = 5_000;

    [Fact]
    public async Task Issue_ResolvedTwice_CountsOnce_ForTheMeetingThatResolvedItLast_AfterVerification()
    {
        var (first, second, body) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (issue, receipt) = await Accepted();
        await Resolved(issue, receipt, first, body);
        await Resolved(issue, receipt, second, body);
        Assert.Equal((2, 0), await Of(body));

        await Hear(new IssueCompleted(), issue, 5, receipt);
        await Hear(new IssueVerified { Done = true }, issue, 6, receipt);

        Assert.Equal((2, 1), await Of(body));
        var listed = Assert.Single((await world.Get<Page<SolvedIssue>>(world.Staff, $"solved/issues?body={body}")).Items);
        Assert.Equal((issue, second, receipt), (listed.IssueId, listed.MeetingId, listed.ReceiptNumber));

        // Reopened it is not solved; verified again it is, still once.
        await Hear(new IssueReopened { Times = 1 }, issue, 7, receipt);
        Assert.Equal((2, 0), await Of(body));
        await Hear(new IssueCompleted(), issue, 8, receipt);
        await Hear(new IssueVerified { Done = true }, issue, 9, receipt);
        Assert.Equal((2, 1), await Of(body));
    }

    [Fact]
    public async Task Issue_FoundUndone_OrResolvedByNoMeeting_IsNotSolved_AndWhatWasMergedCountsForTheOther()
    {
        var body = Guid.CreateVersion7();
        var (undone, receipt) = await Accepted();
        await Resolved(undone, receipt, Guid.CreateVersion7(), body);
        await Hear(new IssueVerified { Done = false }, undone, 6, receipt);
        var (fast, fastReceipt) = await Accepted();
        await Hear(new IssueVerified { Done = true }, fast, 6, fastReceipt);
        Assert.Equal((1, 0), await Of(body));

        var (twin, twinReceipt) = await Accepted();
        await Resolved(twin, twinReceipt, Guid.CreateVersion7(), body);
        var (whole, wholeReceipt) = await Accepted();
        await Hear(new IssueMerged { IntoId = whole, IntoReceiptNumber = wholeReceipt }, twin, 6, twinReceipt);
        await Hear(new IssueVerified { Done = true }, whole, 6, wholeReceipt);

        Assert.Equal((2, 1), await Of(body));
        Assert.Equal(whole, Assert.Single((await world.Get<Page<SolvedIssue>>(world.Staff, $"solved/issues?body={body}")).Items).IssueId);
        // In another neighbourhood's numbers there is nothing of it.
        var grid = world.Somebody(Role.CommitteeStaff, world.Grid2, InsightsWorld.Grid2Path);
        Assert.Equal(0, (await world.Get<ShowSolved.View>(grid, "solved")).Solved);
        Assert.Equal(HttpStatusCode.Forbidden, await world.Status(grid, $"solved?area={world.Neighbourhood}"));
        Assert.Equal(HttpStatusCode.BadRequest, await world.Status(world.Staff, "solved?months=25"));
        Assert.Equal((HttpStatusCode.BadRequest, "insights.bad-month"), await world.Refused(world.Staff, "solved/issues?month=9999-12"));
    }

    [Fact]
    public async Task MissedMeeting_IsKept_AndListedWhereItWasMissed()
    {
        var (body, period) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var missed = world.Fact(new MeetingSeriesMissed
        {
            SeriesId = Guid.CreateVersion7(), BodyId = body, BodyKind = BodyKind.RedCouncil, AreaId = world.Neighbourhood, From = new DateOnly(2026, 11, 16),
            To = new DateOnly(2026, 11, 22), Because = MissedBecause.NoMeeting,
        }, period);
        await world.Deliver(missed);
        await world.Deliver(missed);

        Assert.Equal(body, Assert.Single((await world.Get<Page<Happening>>(world.Staff, "happenings?kind=Missed")).Items, x => x.SubjectId == body).SubjectId);
    }

    private async Task<(Guid Issue, string Receipt)> Accepted()
    {
        var (id, receipt) = (Guid.CreateVersion7(), $"310113008-2026-{++_receipts:000000}");
        await Hear(new IssueSubmitted { AreaId = world.Building12, Channel = Channel.Web, Category = "environment" }, id, 1, receipt);
        await Hear(new IssueAccepted(), id, 2, receipt);
        return (id, receipt);
    }

    private async Task Resolved(Guid issue, string receipt, Guid meeting, Guid body)
    {
        await Hear(new ResolutionAdopted { MeetingId = meeting, ItemId = Guid.CreateVersion7(), AreaId = world.Neighbourhood, IssueId = issue, Actions = [] }, Guid.CreateVersion7(), 1, receipt);
        await Hear(new MeetingConcluded { BodyId = body, BodyKind = BodyKind.RedCouncil, AreaId = world.Neighbourhood, Attended = 5, Quorate = true }, meeting, 9);
    }

    private Task Hear<T>(T fact, Guid subject, int version, string? receipt = null) where T : Contracts.Fact
    {
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        return world.Deliver(world.Fact(fact, subject, version) with { ReceiptNumber = receipt });
    }

    private async Task<(int Meetings, int Solved)> Of(Guid body) =>
        (await world.Get<ShowSolved.View>(world.Staff, $"solved?body={body}")).Bodies.SingleOrDefault(x => x.BodyId == body) is { } line ? (line.Meetings, line.Solved) : default;
}
