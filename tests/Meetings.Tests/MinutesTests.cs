using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class MinutesTests(MeetingsWorld world)
{
    [Fact]
    public async Task Draft_WrittenByTwo_IsNotOverwrittenUnread()
    {
        var (body, members) = await world.Body();
        var planned = await world.Planned(body);
        Refused(409, "minutes.too-early", await world.Send(HttpMethod.Put, $"/{planned}/minutes", new { text = "一" }));
        var meeting = await world.InSession(body, members);

        await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "第一稿" }, ifMatch: "\"1\""));
        Refused(412, "conflict.stale", await world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "另一稿" }, ifMatch: "\"1\""));

        Assert.Equal(("第一稿", 2), ((string)(await world.Get($"/{meeting}/minutes"))["text"]!, (int)(await world.Get($"/{meeting}/minutes"))["version"]!));
        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/{meeting}/minutes", by: members[0])).Status);
    }

    [Fact]
    public async Task Published_AreReadByEverybody_AndStayAsTheyAre()
    {
        var (body, members) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.InSession(body, members, issue);
        var item = await world.FirstItem(meeting);
        await world.Passed(meeting, item, members);
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "建生境花园" }));
        await Must(world.Post($"/{meeting}/conclude"));

        Refused(409, "minutes.empty", await world.Post($"/{meeting}/minutes/publish"));
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "到会三人，一致同意。" }));
        Assert.Null((string?)(await Public($"/{meeting}"))["minutes"]);
        await Must(world.Post($"/{meeting}/minutes/publish"));

        await world.Says<MinutesPublished>(x => x.SubjectId == meeting);
        Refused(409, "minutes.are-public", await world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "改一改" }));
        Assert.Equal("到会三人，一致同意。", (string)(await world.Get($"/{meeting}/minutes", world.Somebody(Role.Resident)))["text"]!);
        var shown = await Public($"/{meeting}");
        Assert.Equal(("到会三人，一致同意。", "建生境花园", "2026-11-30"),
            ((string)shown["minutes"]!, (string)shown["items"]![0]!["resolution"]!, (string)shown["postedUntil"]!));
        Assert.DoesNotContain("代表", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(members[0].ToString(), shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicBoard_ShowsWhatWasAnnounced_AndNoPlans()
    {
        var (body, _) = await world.Body();
        var (planned, convened) = (await world.Planned(body), await world.Planned(body));
        await Must(world.Post($"/{convened}/convene", new { }));

        var shown = (await Public("?limit=100"))["items"]!.AsArray().Select(x => (string)x!["id"]!).ToList();

        Assert.Contains(convened.ToString(), shown);
        Assert.DoesNotContain(planned.ToString(), shown);
        using var http = world.Anonymous();
        Assert.Equal(404, (int)(await http.GetAsync($"/api/v1/meetings/public/zhangmiao/meetings/{planned}")).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync($"/api/v1/meetings/public/youyi/meetings/{convened}")).StatusCode);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Public(string path)
    {
        using var http = world.Anonymous();
        return System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync($"/api/v1/meetings/public/zhangmiao/meetings{path}"))!;
    }
}
