using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Insights.Features;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Insights.Tests;

public sealed class RatesTests(InsightsWorld world) : IClassFixture<InsightsWorld>
{
    [Fact]
    public async Task Numbers_AreThoseOfTheFacts_AndEachOpensItsList()
    {
        var journey = new Journey(world, 100);
        await world.Hear(journey.Facts);
        var waiting = await Submitted(700, world.Building21);
        var declined = await Submitted(701, world.Building12, (x, id, receipt) => x.Say(new IssueDeclined(), id, 2, receipt: receipt));
        var unhappy = await Submitted(702, world.Building12, (x, id, receipt) =>
        {
            x.Say(new IssueAccepted(), id, 2, receipt: receipt);
            x.Say(new IssueRated { Score = 2 }, id, 3, receipt: receipt);
            x.Say(new IssueReopened { Times = 1 }, id, 3, receipt: receipt);
        });

        var rates = await world.Get<ShowRates.View>(world.Staff, "rates?month=2026-11");
        var whole = rates.Whole;
        Assert.Equal((world.Neighbourhood, "2026-11"), (whole.AreaId, rates.Month));
        Assert.Equal((new(3, 4), new(1, 2), new(1, 2)), (whole.Response, whole.Resolution, whole.Satisfaction));
        Assert.Equal([(IssueState.Submitted, 1), (IssueState.Declined, 1), (IssueState.InAction, 1), (IssueState.Closed, 1)], whole.States.Select(x => (x.State, x.Count)));
        Assert.Equal((1, 1, 360, 1, 30), (whole.Meetings, whole.Activities, whole.VolunteerMinutes, whole.Services, whole.PeopleServed));
        Assert.Equal([world.Grid1, world.Grid2], rates.Parts.Select(x => x.AreaId));
        Assert.Equal((new(3, 3), new(0, 1)), (rates.Parts[0].Response, rates.Parts[1].Response));

        Assert.Equal([unhappy, declined, journey.Receipt], await Listed("rate=Response&counted=true"));
        Assert.Equal([waiting], await Listed("rate=Response&counted=false"));
        Assert.Equal([unhappy], await Listed("rate=Satisfaction&counted=false"));
        Assert.Equal([unhappy, journey.Receipt], await Listed("rate=Resolution"));
        Assert.Equal([declined], await Listed("state=Declined"));
        Assert.Empty(await Listed("rate=Response", "2026-10"));
        foreach (var kind in Enum.GetValues<HappeningKind>().Except([HappeningKind.Missed]))
            Assert.Single((await world.Get<Page<Happening>>(world.Staff, $"happenings?kind={kind}&month=2026-11")).Items);
    }

    [Fact]
    public async Task Numbers_OfAnAreaThatIsNotOnes_AreRefused()
    {
        var gridStaff = world.Somebody(Role.CommitteeStaff, world.Grid1, InsightsWorld.Grid1Path);
        foreach (var list in new[] { "rates?", "rates/compared?", "triage?", "issues?", "happenings?kind=Meetings&" })
        {
            Assert.Equal(HttpStatusCode.OK, await world.Status(gridStaff, $"{list}area={world.Grid1}"));
            Assert.Equal(HttpStatusCode.Forbidden, await world.Status(gridStaff, $"{list}area={world.Grid2}"));
            Assert.Equal(HttpStatusCode.BadRequest, await world.Status(gridStaff, $"{list}area={Guid.CreateVersion7()}"));
            Assert.Equal((HttpStatusCode.BadRequest, "insights.bad-month"), await world.Refused(gridStaff, $"{list}month=November"));
        }
    }

    [Fact]
    public async Task List_IsCutIntoPages_ThatMeetWithoutGapOrOverlap()
    {
        for (var i = 0; i < 5; i++) await Submitted(800 + i, world.Street);
        var all = await world.Get<Page<ListCountedIssues.View>>(world.Admin, $"issues?month=2026-11&area={world.Street}&limit=100");
        var (seen, next) = (new List<Guid>(), "");
        do
        {
            var page = await world.Get<Page<ListCountedIssues.View>>(world.Admin, $"issues?month=2026-11&area={world.Street}&limit=2{next}");
            seen.AddRange(page.Items.Select(x => x.IssueId));
            next = page.Next is { } after ? $"&after={after}" : null;
        }
        while (next is not null);
        Assert.Equal(all.Items.Select(x => x.IssueId), seen);
    }

    private async Task<string> Submitted(int number, Guid area, Action<Story, Guid, string>? andThen = null)
    {
        var (id, receipt, story) = (Guid.CreateVersion7(), $"310113008-2026-{number:000000}", new Story(world));
        story.Say(new IssueSubmitted { AreaId = area, Channel = Channel.Web, Category = "environment" }, id, 1, receipt);
        andThen?.Invoke(story, id, receipt);
        await world.Hear(story.Facts);
        return receipt;
    }

    private async Task<IEnumerable<string>> Listed(string query, string month = "2026-11") =>
        (await world.Get<Page<ListCountedIssues.View>>(world.Staff, $"issues?month={month}&{query}")).Items.Select(x => x.ReceiptNumber);

    private sealed class Story(InsightsWorld world)
    {
        public List<Contracts.Fact> Facts { get; } = [];

        public void Say<T>(T fact, Guid subject, int version, string receipt) where T : Contracts.Fact =>
            Facts.Add(world.Fact(fact, subject, version, actor: Guid.CreateVersion7()) with { ReceiptNumber = receipt });
    }
}
