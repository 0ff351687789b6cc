using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Several people act on one meeting at the same time: nobody's work is lost, and nothing happens that the other's act forbids.</summary>
public sealed class AtOnceTests(MeetingsWorld world)
{
    [Fact]
    public async Task CheckIns_OfEverybodyAtOnce_AreAllCounted()
    {
        var (body, members) = await world.Body(seats: 20);
        var meeting = await world.InSession(body, []);
        var code = (string)(await world.Get($"/{meeting}"))["checkInCode"]!;

        var answers = await Task.WhenAll(members.Select(x => world.Post($"/{meeting}/check-in", new { code }, x)));

        Assert.All(answers, x => Assert.Equal(200, x.Status));
        Assert.Equal(20, (int)(await world.Get($"/{meeting}"))["quorum"]!["present"]!);
    }

    [Fact]
    public async Task Ballots_WhileTheVoteCloses_AreCountedOrRefused_NeverLost()
    {
        var (body, members) = await world.Body(seats: 20);
        var meeting = await world.InSession(body, members);
        var vote = await world.OpenVote(meeting, await world.FirstItem(meeting));

        var ballots = members.Select(x => world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, x)).ToList();
        await Task.WhenAny(ballots);
        var closed = await Must(world.Post($"/{meeting}/votes/{vote}/close"));
        var answers = await Task.WhenAll(ballots);

        Assert.Equal(answers.Count(x => x.Status == 204), (int)closed!["for"]!);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "vote.is-closed", x));
        Assert.True((bool)(await world.Get($"/{meeting}/votes/{vote}"))["agrees"]!);
    }

    [Fact]
    public async Task Ballots_OfOnePersonFromManyPhones_AreOneVote()
    {
        var (body, members) = await world.Body(seats: 1);
        var meeting = await world.InSession(body, members);
        var vote = await world.OpenVote(meeting, await world.FirstItem(meeting));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(i => world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = i % 2 == 0 ? "For" : "Against" }, members[0])));

        Assert.All(answers, x => Assert.Equal(204, x.Status));
        var view = await world.Get($"/{meeting}/votes/{vote}");
        Assert.Equal(1, (int)view["recount"]!["takingPart"]!);
        Assert.Equal(11, (int)view["ballots"]![0]!["changes"]!);
    }

    [Fact]
    public async Task Resolution_AdoptedByTwoAtOnce_IsAdoptedOnce()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        await world.Passed(meeting, item, members);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯" })));

        Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x.Status != 201), x => Refused(409, "item.settled", x));
    }

    [Fact]
    public async Task AgendaItems_AddedByTwoAtOnce_AreAllThere()
    {
        var (body, _) = await world.Body();
        var meeting = await world.Planned(body);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Must(world.Post($"/{meeting}/items", new { freeItems = new[] { new { title = $"第{i}项" } } }))));

        var items = (await world.Get($"/{meeting}"))["items"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 9), items.Select(x => (int)x!["position"]!));
    }
}
