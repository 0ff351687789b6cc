using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class PlanTests(MeetingsWorld world)
{
    [Fact]
    public async Task Plan_GoesThroughAnObjection_AndTheNextVersion_ToConsensus()
    {
        var (garden, first) = await world.Asked();
        Assert.Equal(1, (await world.Says<PlanRoundOpened>(x => x.RoundId == first)).Round);
        var neighbour = world.Resident();
        var mosquitoes = await world.Objects(garden.Plan, first, garden.Named[1]);
        var benches = await world.Objects(garden.Plan, first, neighbour, "少了座椅");
        await Must(world.TypeIn(garden.Plan, first, garden.Named[0], "Satisfied"));
        Refused(409, "plan.round-is-open", await world.Dispose(mosquitoes));
        Refused(409, "plan.round-is-open", await world.Post($"/plans/{garden.Plan}/versions", new { text = "第二版" }));
        await world.Close(garden.Plan, first);

        Refused(400, "plan.answers-nothing", await world.Post($"/plans/{garden.Plan}/versions", new { text = "第二版" }));
        Refused(409, "plan.not-a-concern", await world.Post($"/plans/{garden.Plan}/versions", new { text = "第二版", answers = new[] { new { opinionId = Guid.CreateVersion7(), how = "改了" } } }));
        await world.Version(garden.Plan, (mosquitoes, "水池改旱溪"), (benches, "加两把椅子"));
        var second = await world.Round(garden.Plan);
        foreach (var one in garden.Named[..2]) await Must(world.Answer(garden.Plan, second, one, one == garden.Named[0] ? "Satisfied" : "CanLiveWith"));
        Refused(409, "plan.round-is-open", await world.Finalise(garden.Plan));
        await world.Close(garden.Plan, second);
        // Two concerns of the first round are not dealt with.
        Refused(409, "plan.no-consensus", await world.Finalise(garden.Plan));
        var gate = await world.Get($"/plans/{garden.Plan}/gate");
        Assert.Equal([mosquitoes, benches], gate["missing"]!.AsArray().Select(x => Guid.Parse((string)x!["opinionId"]!)));
        await Must(world.Dispose(mosquitoes));
        Refused(400, "opinion.no-reason", await world.Dispose(benches, "NotAdopted"));
        await Must(world.Dispose(benches, "NotAdopted", "地方不够"));
        Assert.Equal(204, (await world.Finalise(garden.Plan)).Status);

        var said = await world.Says<PlanFinalised>(x => x.SubjectId == garden.Plan);
        Assert.Equal((2, 2, false), (said.PlanVersion, said.Rounds, said.ByVote));
        Refused(409, "plan.is-final", await world.Finalise(garden.Plan));
        Refused(409, "plan.is-final", await world.Post($"/plans/{garden.Plan}/rounds", new { to = PlanVerbs.Day(world.Today) }));
        var mine = (await world.Get("/plans/opinions/mine", neighbour))["items"]![0]!;
        Assert.Equal(("NotAdopted", "地方不够", "加两把椅子"), ((string)mine["disposition"]!, (string)mine["reason"]!, (string)mine["answeredIn"]![0]!["how"]!));
        Assert.Equal("Finalised", (string)(await world.Get($"/plans?body={garden.Body}&stage=Finalised"))["items"]![0]!["stage"]!);
    }

    [Fact]
    public async Task OneStandingObjection_KeepsThePlanOpen_UntilItsAuthorTakesItBack()
    {
        var (garden, round) = await world.Asked();
        await Must(world.TypeIn(garden.Plan, round, garden.Named[0], "Satisfied", "Paper"));
        var concern = await world.Objects(garden.Plan, round, garden.Named[1]);
        await world.Close(garden.Plan, round);
        await Must(world.Dispose(concern, "Partly", "灭蚊灯先装一盏"));

        var refused = await world.Finalise(garden.Plan);
        Refused(409, "plan.no-consensus", refused);
        Assert.Contains("李阿姨", (string)refused.Body!["title"]!, StringComparison.Ordinal);
        Refused(409, "opinion.not-clarified", await world.Post($"/plans/opinions/{concern}/withdraw", by: garden.Named[1]));
        Refused(409, "opinion.not-clarified", await world.Post($"/plans/opinions/{concern}/settle", new { resolved = true }));
        await Must(world.Clarify(concern));
        // That staff call it resolved opens nothing: its author is asked.
        await Must(world.Post($"/plans/opinions/{concern}/settle", new { resolved = true }));
        Refused(409, "plan.no-consensus", await world.Finalise(garden.Plan));
        Refused(403, "opinion.not-yours", await world.Post($"/plans/opinions/{concern}/withdraw", by: garden.Named[0]));
        await Must(world.Post($"/plans/opinions/{concern}/withdraw", by: garden.Named[1]));

        Assert.Equal(204, (await world.Finalise(garden.Plan)).Status);
        Refused(409, "plan.is-final", await world.Clarify(concern));
        Refused(409, "plan.is-final", await world.Post($"/plans/opinions/{concern}/withdraw", by: garden.Named[1]));
    }

    [Fact]
    public async Task ARoundEndsByItself_WithItsLastDay()
    {
        var (garden, round) = await world.Asked();
        var resident = world.Resident();
        await world.In(world.Ours, db => db.Set<Domain.PlanRound>().Where(x => x.Id == round).ExecuteUpdateAsync(x => x.SetProperty(r => r.To, world.Clock.GetUtcNow())));

        Refused(409, "plan.round-takes-none", await world.Answer(garden.Plan, round, resident, "Satisfied"));
        Refused(409, "plan.round-takes-none", await world.Post($"/plans/{garden.Plan}/rounds/{round}/close"));
        Assert.Equal("Weighing", (string)(await world.Get($"/plans/{garden.Plan}", resident))["stage"]!);
        Assert.NotEqual(Guid.Empty, await world.Round(garden.Plan));
    }

    [Fact]
    public async Task Round_NeedsAVersion_Stakeholders_AndDaysToCome()
    {
        var (body, _) = await world.Body();
        var plan = Id(await Must(world.Post("/plans", new { bodyId = body, title = "车棚" })));
        object Until(int days) => new { to = PlanVerbs.Day(world.Today.AddDays(days)) };

        Refused(409, "plan.no-stakeholders", await world.Post($"/plans/{plan}/rounds", Until(2)));
        var person = world.Resident();
        Refused(400, "plan.stakeholder-twice", await world.Send(HttpMethod.Put, $"/plans/{plan}/stakeholders", new { stakeholders = new[] { new { personId = person, name = "甲" }, new { personId = person, name = "乙" } } }));
        await Must(world.Send(HttpMethod.Put, $"/plans/{plan}/stakeholders", new { stakeholders = new[] { new { personId = person, name = "甲" } } }));
        Refused(409, "plan.no-version", await world.Post($"/plans/{plan}/rounds", Until(2)));
        Refused(409, "plan.no-version", await world.Finalise(plan));
        await world.Version(plan);
        Refused(409, "plan.not-asked", await world.Finalise(plan));
        Refused(400, "plan.bad-window", await world.Post($"/plans/{plan}/rounds", Until(-1)));
        await world.Round(plan);
        Refused(409, "plan.round-is-open", await world.Post($"/plans/{plan}/rounds", Until(2)));
        Refused(409, "plan.stakeholders-stay", await world.Send(HttpMethod.Put, $"/plans/{plan}/stakeholders", new { stakeholders = Array.Empty<object>() }));
    }

    [Fact]
    public async Task Plan_OfAnIssue_CarriesItsNumber_AndOfNoneIsRefused()
    {
        await world.Triaged();
        var garden = await world.Plan(receipt: "310113008-2026-000123");
        var (body, _) = await world.Body();

        Assert.Equal("310113008-2026-000123", (string)(await world.Get($"/plans/{garden.Plan}"))["receiptNumber"]!);
        Refused(400, "plan.unknown-issue", await world.Post("/plans", new { bodyId = body, title = "车棚", receiptNumber = "no-such" }));
    }

    [Fact]
    public async Task Answers_AreTakenFromTheArea_AndFromStaffWithTheirWay()
    {
        var (garden, round) = await world.Asked();
        var (elsewhere, ofTheStreet) = (world.Somebody(Role.Resident, world.TheirStreet, "310113008/006/"), world.Somebody(Role.Resident, world.Street, "310113008/"));

        Refused(403, "plan.not-of-the-area", await world.Answer(garden.Plan, round, elsewhere, "Satisfied"));
        Refused(400, "opinion.no-words", await world.Answer(garden.Plan, round, ofTheStreet, "Objection"));
        Refused(400, "opinion.wrong-channel", await world.Post($"/plans/{garden.Plan}/rounds/{round}/answers", new { stand = "Satisfied", channel = "Room" }, ofTheStreet));
        Refused(400, "opinion.wrong-channel", await world.Post($"/plans/{garden.Plan}/rounds/{round}/answers", new { stand = "Satisfied", personId = elsewhere }));
        Refused(403, "rights.outside-your-area", await world.Post($"/plans/{garden.Plan}/rounds/{round}/answers", new { stand = "Satisfied", personId = elsewhere, channel = "Room" }, ofTheStreet));
        await Must(world.Answer(garden.Plan, round, ofTheStreet, "Satisfied"));
        await Must(world.TypeIn(garden.Plan, round, ofTheStreet, "CanLiveWith"));

        var view = await world.Get($"/plans/{garden.Plan}", ofTheStreet);
        Assert.Equal((0, 1, true), ((int)view["rounds"]![0]!["satisfied"]!, (int)view["rounds"]![0]!["canLiveWith"]!, (bool)view["mayAnswer"]!));
        Assert.Equal(("CanLiveWith", null), ((string)view["mine"]!["stand"]!, (string?)view["stakeholders"]?.ToString()));
        Assert.False((bool)(await world.Get($"/plans/{garden.Plan}", elsewhere))["mayAnswer"]!);
        var line = (await world.Get($"/plans/{garden.Plan}/opinions"))["items"]![0]!;
        Assert.Equal(("Room", 1, ofTheStreet.ToString()), ((string)line["channel"]!, (int)line["changes"]!, (string)line["personId"]!));
        Assert.Contains((await world.Get("/plans/mine", ofTheStreet))["items"]!.AsArray(), x => (string)x!["plan"]!["id"]! == garden.Plan.ToString() && (bool)x["answered"]!);
    }

    [Fact]
    public async Task Resolution_OnAPlan_NeedsNoVoteAfterConsensus_AndOneBeforeIt()
    {
        var (garden, round) = await world.Asked();
        var (meeting, item) = await world.OnAgenda(garden);
        Refused(409, "item.no-passed-vote", await world.Post($"/{meeting}/items/{item}/resolution", new { text = "建花园" }));
        foreach (var one in garden.Named[..2]) await Must(world.Answer(garden.Plan, round, one, "Satisfied"));
        await world.Close(garden.Plan, round);
        await Must(world.Finalise(garden.Plan));

        Assert.Equal(201, (await world.Post($"/{meeting}/items/{item}/resolution", new { text = "建花园" })).Status);
        Assert.Equal(garden.Plan.ToString(), (string)(await world.Get($"/{meeting}"))["items"]![0]!["planId"]!);
        var (other, _) = await world.Body();
        Refused(400, "plan.of-another-body", await world.Post("", new { bodyId = other, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "厅", planIds = new[] { garden.Plan } }));
        var planned = await world.Planned(other);
        Refused(400, "plan.of-another-body", await world.Post($"/{planned}/items", new { planIds = new[] { Guid.CreateVersion7() } }));
    }

    [Fact]
    public async Task AVote_StandsInForConsensus_OnlyWhereTheRulesSaySo_AndAfterTheLastRound()
    {
        var rules = new { headsAtLeast = 1, majority = "Simple", noticeDays = 0, fallbackVote = true };
        var (garden, round) = await world.Asked(rules);
        var (meeting, item) = await world.OnAgenda(garden);
        await world.Passed(meeting, item, garden.Named);
        var early = Guid.Parse((string)(await world.Get($"/{meeting}"))["items"]![0]!["votes"]![0]!["id"]!);
        var concern = await world.Objects(garden.Plan, round, garden.Named[0]);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await world.Close(garden.Plan, round);
        Task<(int Status, System.Text.Json.Nodes.JsonNode? Body)> ByVote(Guid vote) => world.Post($"/plans/{garden.Plan}/finalise-by-vote", new { meetingId = meeting, voteId = vote });

        Refused(409, "plan.no-consensus", await ByVote(early)); // The concern is not dealt with.
        await Must(world.Dispose(concern, "NotAdopted", "多数人要水池"));
        Refused(409, "plan.no-passed-vote", await ByVote(early));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await world.Passed(meeting, item, garden.Named);
        var late = Guid.Parse((string)(await world.Get($"/{meeting}"))["items"]![0]!["votes"]![1]!["id"]!);
        Refused(409, "plan.no-passed-vote", await world.Post($"/plans/{garden.Plan}/finalise-by-vote", new { meetingId = Guid.CreateVersion7(), voteId = late }));
        Assert.Equal(204, (await ByVote(late)).Status);
        Assert.True((await world.Says<PlanFinalised>(x => x.SubjectId == garden.Plan)).ByVote);

        var (strict, open) = await world.Asked();
        await world.Close(strict.Plan, open);
        Refused(409, "plan.no-fallback-vote", await world.Post($"/plans/{strict.Plan}/finalise-by-vote", new { meetingId = meeting, voteId = late }));
    }

    [Fact]
    public async Task Numbers_TellReach_DisposedShare_StandingObjections_AndRoundsToConsensus()
    {
        var (garden, round) = await world.Asked();
        await Must(world.Answer(garden.Plan, round, garden.Named[0], "Satisfied", "很好"));
        var concern = await world.Objects(garden.Plan, round, garden.Named[1]);
        await Must(world.Answer(garden.Plan, round, world.Resident(), "CanLiveWith"));
        await world.Close(garden.Plan, round);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await Must(world.Dispose(concern));

        var row = (await world.Get($"/plans/numbers?body={garden.Body}"))["bodies"]![0]!;

        Assert.Equal((3, 60, 5.0, 2, 1, 50.0, 1), ((int)row["answers"]!, (int)row["asked"]!, (double)row["reach"]!, (int)row["opinions"]!, (int)row["disposed"]!,
            (double)row["disposedShare"]!, (int)row["standingObjections"]!));
        Assert.Null((double?)row["roundsToConsensus"]);
        await Must(world.Clarify(concern));
        await Must(world.Post($"/plans/opinions/{concern}/withdraw", by: garden.Named[1]));
        await Must(world.Finalise(garden.Plan));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1.0, (double)(await world.Get($"/plans/numbers?body={garden.Body}"))["bodies"]![0]!["roundsToConsensus"]!);
        await world.Get("/plans/numbers?from=0001-01-01&to=9999-12-31");
    }

    [Fact]
    public async Task Public_SeesCountsAlone()
    {
        var (garden, round) = await world.Asked();
        await world.Objects(garden.Plan, round, garden.Named[1], "蚊虫太多，别登出来");
        using var anybody = world.Anonymous();

        var board = await anybody.GetStringAsync("/api/v1/meetings/public/zhangmiao/plans?limit=100");

        Assert.Contains(garden.Plan.ToString(), board, StringComparison.Ordinal);
        Assert.DoesNotContain("蚊虫", board, StringComparison.Ordinal);
        Assert.DoesNotContain("李阿姨", board, StringComparison.Ordinal);
    }
}
