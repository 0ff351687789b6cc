using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Features;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>The parts of the numbers, and how issues were triaged. A world of its own: other tests count whole neighbourhoods.</summary>
public sealed class ComparedRatesTests(InsightsWorld world) : IClassFixture<InsightsWorld>
{
    /// <summary>The parts of a number add up to it, each opens its own list, and of a person nothing is said of fewer than five.</summary>
    [Fact]
    public async Task Rates_ByCategoryAndHandler_AreTheWholesParts_AndOfAPersonNoneOfTooFew()
    {
        var (many, few) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var i = 0; i < 5; i++) await Submitted(900 + i, world.Building21, (x, id, receipt) => Handled(x, id, receipt, many));
        await Submitted(910, world.Building21, (x, id, receipt) => Handled(x, id, receipt, few));
        await Submitted(911, world.Building21, (x, id, receipt) =>
        {
            Handled(x, id, receipt, few);
            x.Say(new IssueReturned { Whose = "物业" }, id, 4, receipt);
        });

        var byHandler = await world.Get<CompareRates.View>(world.Staff, $"rates/compared?by=Handler&month=2026-11&months=2&area={world.Building21}");
        Assert.Equal(["2026-10", "2026-11"], byHandler.Months);
        Assert.Equal(new CompareRates.Share(5, 5), byHandler.Rows.Single(x => x.Key == $"{many}").Cells[1].Response);
        Assert.Equal(new CompareRates.Share(null, 1), byHandler.Rows.Single(x => x.Key == $"{few}").Cells[1].Response);
        Assert.Equal(new CompareRates.Share(0, 0), byHandler.Rows.Single(x => x.Key == $"{many}").Cells[0].Response);
        Assert.Equal(byHandler.Whole[1].Response.Denominator, byHandler.Rows.Sum(x => x.Cells[1].Response.Denominator));
        Assert.Equal(5, (await Listed($"rate=Response&counted=true&handler={many}")).Count());
        Assert.Contains("310113008-2026-000911", await Listed("nobodys=true"));

        foreach (var by in (string[])["Category", "Area"])
        {
            var parts = await world.Get<CompareRates.View>(world.Staff, $"rates/compared?by={by}&month=2026-11&months=1");
            Assert.Equal(parts.Whole[0].Response.Numerator, parts.Rows.Sum(x => x.Cells[0].Response.Numerator));
            Assert.Equal(parts.Whole[0].Resolution.Denominator, parts.Rows.Sum(x => x.Cells[0].Resolution.Denominator));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await world.Status(world.Staff, "rates/compared?months=13"));
    }

    [Fact]
    public async Task Triage_IsMeasured_BySizeLevelAndTime_AndAgainstTheRules()
    {
        var before = await world.Get<ShowTriage.View>(world.Staff, $"triage?month=2026-11&area={world.Building13}");
        await Submitted(920, world.Building13, (x, id, receipt) => Triaged(x, id, receipt, Scale.Small, differed: false, closed: true));
        await Submitted(921, world.Building13, (x, id, receipt) => Triaged(x, id, receipt, Scale.Major, differed: true, closed: false));

        var after = await world.Get<ShowTriage.View>(world.Staff, $"triage?month=2026-11&area={world.Building13}");

        Assert.Equal((1, 1), (Count(after, Scale.Small) - Count(before, Scale.Small), Count(after, Scale.Major) - Count(before, Scale.Major)));
        Assert.Equal((1, 2, 1, 1), (after.FirstLevel.Numerator, after.Escalated.Denominator, after.Escalated.Numerator, after.Differed.Numerator));
        Assert.Equal(["310113008-2026-000921"], await Listed($"area={world.Building13}&escalated=true"));
        Assert.Equal(["310113008-2026-000921"], await Listed($"area={world.Building13}&differed=true&scale=Major"));
    }

    private static int Count(ShowTriage.View view, Scale scale) => view.Scales.Single(x => x.Scale == scale).Count;

    private static void Handled(Story x, Guid id, string receipt, Guid handler)
    {
        x.Say(new IssueAccepted(), id, 2, receipt);
        x.Say(new IssueAssigned { HandlerId = handler }, id, 3, receipt);
    }

    private void Triaged(Story x, Guid id, string receipt, Scale scale, bool differed, bool closed)
    {
        x.Say(new IssueAccepted(), id, 2, receipt);
        x.Say(new IssueTriaged
        {
            Scale = scale, AreaId = world.Building13, DeliberationAreaId = world.Building13, DeliberationLevel = AreaLevel.Building, FastLane = false, RuleVersion = 1, Differed = differed,
        }, id, 3, receipt);
        if (closed) x.Say(new IssueClosed { Because = ClosedBecause.NoActionNeeded }, id, 4, receipt);
        else x.Say(new IssueEscalated { AreaId = world.Building13, DeliberationAreaId = world.Grid1, DeliberationLevel = AreaLevel.Grid }, id, 4, receipt);
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
