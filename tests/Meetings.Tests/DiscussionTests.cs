using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class DiscussionTests(MeetingsWorld world)
{
    [Fact]
    public async Task Points_AreMadeFromConveningToTheEnd_WithRepliesOfOneLevel()
    {
        var (body, members) = await world.Body();
        var meeting = await world.Planned(body);
        var (item, resident) = (await world.FirstItem(meeting), world.Resident());
        Assert.Equal(404, (await Say(meeting, item, resident)).Status); // Nobody knows of it yet.
        await Must(world.Post($"/{meeting}/convene", new { }));

        var point = Id(await Must(Say(meeting, item, resident, "换灯，打我电话13800138000")));
        var reply = Id(await Must(Say(meeting, item, members[0], "同意", replyTo: point)));
        Refused(400, "discussion.no-such-point", await Say(meeting, item, members[0], replyTo: reply));
        Refused(400, "discussion.no-such-point", await Say(meeting, item, members[0], replyTo: Guid.CreateVersion7()));
        Refused(403, "plan.not-of-the-area", await Say(meeting, item, world.Somebody(Role.Resident, Guid.CreateVersion7(), "310113008/006/")));
        var seen = (await world.Get($"/{meeting}/items/{item}/discussion", resident))["items"]![0]!;
        Assert.Equal(("换灯，打我电话138****8000", true, null), ((string)seen["text"]!, (bool)seen["mine"]!, (string?)seen["authorId"]));
        Assert.Equal("同意", (string)seen["replies"]![0]!["text"]!);
        Assert.Equal(resident.ToString(), (string)(await world.Get($"/{meeting}/items/{item}/discussion"))["items"]![0]!["authorId"]!);

        await Must(world.Post($"/{meeting}/open"));
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/items/{item}/discussion/summary", new { text = "多数人赞成换灯。" }));
        await Must(world.Post($"/{meeting}/conclude"));
        Refused(409, "discussion.closed", await Say(meeting, item, resident));
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/items/{item}/discussion/summary", new { text = "多数人赞成换灯，一人问电费。" }));
        Assert.Equal("多数人赞成换灯，一人问电费。", (string)(await world.Get($"/{meeting}"))["items"]![0]!["discussionSummary"]!);
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "纪要" }));
        await Must(world.Post($"/{meeting}/minutes/publish"));
        Refused(409, "minutes.are-public", await world.Send(HttpMethod.Put, $"/{meeting}/items/{item}/discussion/summary", new { text = "再改" }));
    }

    [Fact]
    public async Task Hidden_IsSeenByItsAuthorWithTheReason_AndByStaff_AndWhatWasDecidedStays()
    {
        var (garden, round) = await world.Asked();
        var (author, other) = (world.Resident(), world.Resident());
        var point = Id(await Must(world.Post($"/plans/{garden.Plan}/rounds/{round}/discussion", new { side = "Against", text = "骂人的话" }, author)));

        await Must(world.Post($"/discussion/{point}/hide", new { reason = "对事不对人" }));
        Refused(409, "discussion.decided-already", await world.Post($"/discussion/{point}/hide", new { reason = "再来一次" }));

        var path = $"/plans/{garden.Plan}/rounds/{round}/discussion";
        Assert.Empty((await world.Get(path, other))["items"]!.AsArray());
        Assert.Equal("对事不对人", (string)(await world.Get(path, author))["items"]![0]!["reason"]!);
        Assert.True((bool)(await world.Get("/discussion/mine", author))["items"]![0]!["hidden"]!);
        Assert.Contains((await world.Get("/discussion?hidden=true"))["items"]!.AsArray(), x => (string)x!["id"]! == point.ToString());
        await Must(world.Post($"/discussion/{point}/show"));
        Refused(409, "discussion.decided-already", await world.Post($"/discussion/{point}/show"));
        Assert.Single((await world.Get(path, other))["items"]!.AsArray());
        Assert.Equal(2, await world.In(world.Ours, db => db.Set<Moderation>().CountAsync(x => x.PointId == point)));
        await world.Close(garden.Plan, round);
        Refused(409, "discussion.closed", await world.Post(path, new { side = "For", text = "晚了" }, other));
    }

    [Fact]
    public async Task Nobody_FillsADiscussionAlone_AlsoNotFromManyPhonesAtOnce()
    {
        var (garden, round) = await world.Asked();
        var resident = world.Resident();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => world.Post($"/plans/{garden.Plan}/rounds/{round}/discussion", new { side = "Neutral", text = $"第{i}句" }, resident)));

        Assert.Equal(3, answers.Count(x => x.Status == 201));
        Assert.All(answers.Where(x => x.Status != 201), x => Refused(429, "discussion.too-many", x));
    }

    private Task<(int Status, JsonNode? Body)> Say(Guid meeting, Guid item, Guid by, string text = "要换", Guid? replyTo = null) =>
        world.Post($"/{meeting}/items/{item}/discussion", new { side = "For", text, replyTo }, by);
}
