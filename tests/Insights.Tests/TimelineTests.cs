using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Domain;
using Xunit;

namespace Platform.Insights.Tests;

public sealed partial class TimelineTests(InsightsWorld world) : IClassFixture<InsightsWorld>
{
    [Fact]
    public async Task WholeJourney_IsTold_InOrder_AndNothingElse()
    {
        var journey = new Journey(world, 100);
        await world.Hear(journey.Facts);

        var timeline = await world.Timeline(journey.Receipt);
        Assert.Equal(IssueState.Closed, timeline.State);
        // The other issue's item was deferred: that is not ours to tell.
        Assert.Equal(journey.Facts.Select(x => x.GetType().Name).Where(x => x != "ItemDeferred"), timeline.Entries.Select(x => x.Kind));
        Assert.Equal(["issues", "meetings", "issues", "meetings", "partners", "actions", "volunteers", "actions", "issues"], Runs(timeline.Entries.Select(x => x.Service)));
        Assert.Equal(timeline.Entries.Select(x => x.At).Order(), timeline.Entries.Select(x => x.At));

        var triaged = timeline.Entries.Single(x => x.Kind == "IssueTriaged").Data;
        Assert.Equal((Scale.Hard, AreaLevel.Neighbourhood), (triaged.Scale, triaged.DeliberationLevel));
        Assert.Equal([ActionKind.Property, ActionKind.Partner, ActionKind.Volunteers],
            timeline.Entries.Single(x => x.Kind == "ResolutionAdopted").Data.Actions!.Select(x => x.Kind));
        Assert.Equal(5, timeline.Entries.Single(x => x.Kind == "IssueRated").Data.Score);
    }

    /// <summary>It carries the issue's receipt number, and was once taken for another issue under it.</summary>
    [Fact]
    public async Task AComment_IsNoIssue()
    {
        var journey = new Journey(world, 260);
        await world.Hear(journey.Facts);
        var comment = Guid.CreateVersion7();
        await world.Deliver(journey.Say(new CommentWritten { IssueId = journey.Issue, Waits = false }, comment, 1, receipt: journey.Receipt));
        Assert.Equal([journey.Issue], await world.In(world.Ours, db => db.Issues.Where(x => x.ReceiptNumber == journey.Receipt).Select(x => x.Id).ToListAsync()));
    }

    [Fact]
    public async Task PlansOfAnIssue_AreTold_WithTheirRounds_AndHowTheyBecameFinal()
    {
        var journey = new Journey(world, 250);
        await world.Hear(journey.Facts);
        var (plan, body, at) = (Guid.CreateVersion7(), Guid.CreateVersion7(), journey.Facts[^1].At);
        await world.Deliver(journey.Say(new Contracts.Meetings.V1.PlanRoundOpened
        {
            BodyId = body, AreaId = world.Neighbourhood, RoundId = Guid.CreateVersion7(), Round = 2, PlanVersion = 3, From = at, To = at.AddDays(7), StakeholderIds = [world.Staff],
        }, plan, 1, receipt: journey.Receipt));
        await world.Deliver(journey.Say(new Contracts.Meetings.V1.PlanFinalised
        {
            BodyId = body, AreaId = world.Neighbourhood, IssueId = journey.Issue, PlanVersion = 3, Rounds = 2, ByVote = false,
        }, plan, 2, receipt: journey.Receipt));

        var told = (await world.Timeline(journey.Receipt)).Entries;
        var (opened, final) = (told.Single(x => x.Kind == "PlanRoundOpened").Data, told.Single(x => x.Kind == "PlanFinalised").Data);
        Assert.Equal((2, 3), (opened.Round, opened.PlanVersion));
        Assert.Equal((2, false), (final.Rounds, final.ByVote));
    }

    [Fact]
    public async Task AMeetingWithoutIssues_IsNoIssue()
    {
        var (journey, meeting) = (new Journey(world, 270), Guid.CreateVersion7());
        await world.Deliver(journey.Say(new Contracts.Meetings.V1.AgendaPublished
        {
            BodyId = Guid.CreateVersion7(), AreaId = world.Neighbourhood, StartsAt = world.Clock.GetUtcNow(), Items = [new() { ItemId = Guid.CreateVersion7() }],
        }, meeting, 1));
        Assert.False(await world.In(world.Ours, db => db.Issues.AnyAsync(x => x.Id == meeting)));
    }

    [Fact]
    public async Task PersonsIds_OfThePayload_StayInside()
    {
        var journey = new Journey(world, 200);
        await world.Hear(journey.Facts);
        using var http = world.As(world.Staff);
        var text = await http.GetStringAsync(new Uri($"{InsightsWorld.Api}/timelines/{journey.Receipt}", UriKind.Relative));
        Assert.DoesNotContain("personId", text, StringComparison.OrdinalIgnoreCase);
        foreach (var credited in journey.Facts.OfType<Contracts.Volunteers.V1.HoursCredited>())
            Assert.DoesNotContain(credited.PersonId.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_TellsItsOwnStory_AndWhereItGoesOn_UntilTheMergingIsUndone()
    {
        var journey = new Journey(world, 300);
        await world.Hear(journey.Facts);
        var merged = await world.Timeline(journey.DuplicateReceipt);
        Assert.Equal((IssueState.Merged, journey.Receipt), (merged.State, merged.MergedInto));
        Assert.Equal(["IssueSubmitted", "IssueMerged"], merged.Entries.Select(x => x.Kind));

        await world.Deliver(journey.Say(new IssueUnmerged { FromId = journey.Issue }, journey.Duplicate, 3, receipt: journey.DuplicateReceipt));
        Assert.Equal(IssueState.Submitted, (await world.Timeline(journey.DuplicateReceipt)).State);
        var survivor = await world.Timeline(journey.Receipt);
        Assert.Equal(["IssueMerged", "IssueUnmerged"], survivor.Entries.Where(x => x.ReceiptNumber == journey.DuplicateReceipt).Select(x => x.Kind));
    }

    [Fact]
    public async Task Timeline_IsForStaffOfTheArea_AndForThoseWhoRaisedIt()
    {
        var journey = new Journey(world, 400);
        await world.Hear(journey.Facts);
        var path = $"timelines/{journey.Receipt}";
        foreach (var reader in new[] { journey.Author, journey.SecondAuthor, world.Somebody(Role.BuildingLead, world.Building12, InsightsWorld.Grid1Path + "12/") })
            Assert.Equal(HttpStatusCode.OK, await world.Status(reader, path));
        foreach (var stranger in new[] { Guid.CreateVersion7(), world.Somebody(Role.Resident), world.Somebody(Role.GridOfficer, world.Grid2, InsightsWorld.Grid2Path) })
            Assert.Equal(HttpStatusCode.Forbidden, await world.Status(stranger, path));
        Assert.Equal(HttpStatusCode.NotFound, await world.Status(journey.Author, path, world.Theirs));
        Assert.Equal(HttpStatusCode.NotFound, await world.Status(world.Staff, "timelines/310113008-2026-999999"));
    }

    [Fact]
    public async Task Fact_IsKeptWhole_AndOnce()
    {
        var journey = new Journey(world, 500);
        var agenda = journey.Facts.OfType<Contracts.Meetings.V1.AgendaPublished>().Single();
        await world.Deliver(agenda);
        await world.Deliver(agenda);
        // Also long after the inbox forgot it.
        await world.In(world.Ours, db => db.Inbox.ExecuteDeleteAsync());
        await world.Deliver(agenda);

        var stored = await world.In(world.Ours, db => db.Facts.SingleAsync(x => x.EventId == agenda.EventId));
        Assert.Equal(("meetings", "AgendaPublished"), (stored.Service, stored.Kind));
        Assert.Equal(JsonSerializer.Serialize(agenda), JsonSerializer.Serialize(stored.Fact(), agenda.GetType()));
    }

    private static IEnumerable<string> Runs(IEnumerable<string> values)
    {
        var list = values.ToList();
        return list.Where((x, i) => i == 0 || list[i - 1] != x);
    }
}
