using Microsoft.EntityFrameworkCore;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Several ways at the same moment: one person has one answer, and nothing happens that another's act forbids.</summary>
public sealed class PlanAtOnceTests(MeetingsWorld world)
{
    [Fact]
    public async Task Answers_OfOnePersonByEveryWayAtOnce_AreOneAnswer_AndEveryTurnIsKept()
    {
        var (garden, round) = await world.Asked();
        var resident = world.Resident();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0
            ? world.Answer(garden.Plan, round, resident, i % 4 == 0 ? "Satisfied" : "CanLiveWith")
            : world.TypeIn(garden.Plan, round, resident, "Objection", i % 4 == 1 ? "Room" : "Paper", "不同意")));

        Assert.All(answers, x => Assert.Equal(200, x.Status));
        Assert.Equal(Enumerable.Range(1, 12), answers.Select(x => (int)x.Body!["turn"]!).Order());
        var opinion = Assert.Single(await world.In(world.Ours, db => db.Opinions.Where(x => x.RoundId == round && x.PersonId == resident).ToListAsync()));
        var last = await world.In(world.Ours, db => db.Set<OpinionTurn>().SingleAsync(x => x.OpinionId == opinion.Id && x.Turn == 12));
        Assert.Equal((last.Stand, last.Channel), (opinion.Stand, opinion.Channel));
        var counted = (await world.Get($"/plans/{garden.Plan}"))["rounds"]![0]!;
        Assert.Equal(1, (int)counted["satisfied"]! + (int)counted["canLiveWith"]! + (int)counted["objections"]!);
    }

    [Fact]
    public async Task Answers_WhileTheRoundCloses_AreCountedOrRefused_NeverLost()
    {
        var (garden, round) = await world.Asked();

        var answers = Enumerable.Range(0, 20).Select(_ => world.Answer(garden.Plan, round, world.Resident(), "Satisfied")).ToList();
        await Task.WhenAny(answers);
        await world.Close(garden.Plan, round);
        var all = await Task.WhenAll(answers);

        Assert.All(all.Where(x => x.Status != 200), x => Refused(409, "plan.round-takes-none", x));
        Assert.Equal(all.Count(x => x.Status == 200), (int)(await world.Get($"/plans/{garden.Plan}"))["rounds"]![0]!["satisfied"]!);
    }

    [Fact]
    public async Task Plan_FinalisedByTwoAtOnce_IsFinalOnce()
    {
        var (garden, round) = await world.Asked();
        foreach (var one in garden.Named[..2]) await Must(world.Answer(garden.Plan, round, one, "Satisfied"));
        await world.Close(garden.Plan, round);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Finalise(garden.Plan)));

        Assert.Single(answers, x => x.Status == 204);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "plan.is-final", x));
    }

    [Fact]
    public async Task Rounds_OpenedByTwoAtOnce_AreOne()
    {
        var garden = await world.Plan();
        await world.Version(garden.Plan);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Post($"/plans/{garden.Plan}/rounds", new { to = PlanVerbs.Day(world.Today.AddDays(300)) })));

        Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x.Status != 201), x => Refused(409, "plan.round-is-open", x));
    }

    [Fact]
    public async Task Summary_WrittenByTwoAtOnce_IsOneRow()
    {
        var (body, _) = await world.Body();
        var meeting = await world.Planned(body);
        await Must(world.Post($"/{meeting}/convene", new { }));
        var item = await world.FirstItem(meeting);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => world.Send(HttpMethod.Put, $"/{meeting}/items/{item}/discussion/summary", new { text = $"第{i}稿" })));

        Assert.All(answers, x => Assert.Equal(204, x.Status));
    }
}
