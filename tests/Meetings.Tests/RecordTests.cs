using Platform.Contracts.Directory.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Who speaks, what was said, who came, which rules were kept.</summary>
public sealed class RecordTests(MeetingsWorld world)
{
    [Fact]
    public async Task Floor_IsGivenInTurn_AndLongerThanTheRulesGiveIsABreach()
    {
        var (body, members) = await world.Body(rules: new { headsAtLeast = 1, majority = "Simple", noticeDays = 0, speakingSeconds = 60 });
        var meeting = await world.InSession(body, members);
        var first = await Asked(meeting, null, members[0]);
        var second = await Asked(meeting, new { personId = members[1] });
        Refused(409, "floor.asked-already", await world.Post($"/{meeting}/speakers", new { personId = members[1] }));

        await Must(world.Post($"/{meeting}/speakers/{first}/give"));
        world.Clock.Pass(TimeSpan.FromSeconds(61));
        var speaking = (await world.Get($"/{meeting}/speakers", members[2]))["speaking"]!;
        Assert.Equal((61, true), ((int)speaking["seconds"]!, (bool)speaking["over"]!));
        await Must(world.Post($"/{meeting}/speakers/{second}/give"));
        world.Clock.Pass(TimeSpan.FromSeconds(60));
        await Must(world.Post($"/{meeting}/speakers/{second}/end"));

        var breach = Assert.Single((await world.Get($"/breaches?meeting={meeting}"))["items"]!.AsArray())!;
        Assert.Equal(("SpeakingTime", 60, 61), ((string)breach["rule"]!, (int)breach["needed"]!, (int)breach["given"]!));
        Assert.Equal(2, (await world.Get($"/{meeting}/speakers"))["spoken"]!.AsArray().Count);
        Refused(409, "floor.not-speaking", await world.Post($"/{meeting}/speakers/{second}/end"));
        Refused(409, "floor.turn-over", await world.Post($"/{meeting}/speakers/{first}/give"));
    }

    [Fact]
    public async Task Floor_OfThoseSeated_IsGivenToAGuestOnlyWithAReason()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        Refused(400, "floor.speaker-needed", await world.Post($"/{meeting}/speakers", new { itemId = await world.FirstItem(meeting), name = " " }));

        Refused(409, "floor.seated-only", await world.Post($"/{meeting}/speakers", new { name = "王工" }));
        await Asked(meeting, new { name = "王工", waiver = "请设计师解释" });

        var breach = Assert.Single((await world.Get($"/breaches?meeting={meeting}&waived=true"))["items"]!.AsArray())!;
        Assert.Equal(("Floor", "请设计师解释"), ((string)breach["rule"]!, (string)breach["waiver"]!));
    }

    [Fact]
    public async Task Hand_IsTakenDownByWhoseItIs_AndByNobodyElse()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var turn = await Asked(meeting, null, members[0]);

        Refused(403, "floor.not-yours", await world.Post($"/{meeting}/speakers/{turn}/withdraw", by: members[1]));
        Refused(409, "meeting.not-on-roll", await world.Post($"/{meeting}/speakers", by: world.Somebody(Role.Resident)));
        await Must(world.Post($"/{meeting}/speakers/{turn}/withdraw", by: members[0]));

        Assert.Empty((await world.Get($"/{meeting}/speakers"))["waiting"]!.AsArray());
        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/{meeting}/speakers", by: world.Somebody(Role.Resident))).Status);
    }

    [Fact]
    public async Task Hands_RaisedAtOnce_AreAllOnTheList_AndOneHasTheFloor()
    {
        var (body, members) = await world.Body(seats: 8);
        var meeting = await world.InSession(body, members);

        var turns = await Task.WhenAll(members.Select(x => Asked(meeting, null, x)));
        var given = await Task.WhenAll(turns.Select(x => world.Post($"/{meeting}/speakers/{x}/give")));

        var list = await world.Get($"/{meeting}/speakers");
        Assert.Equal(8, given.Count(x => x.Status == 204));
        Assert.Equal((7, 0), (list["spoken"]!.AsArray().Count, list["waiting"]!.AsArray().Count));
        Assert.NotNull(list["speaking"]);
    }

    [Fact]
    public async Task Points_AreTypedInAndPutRight_UntilTheMinutesArePublic()
    {
        var (body, members) = await world.Body();
        var planned = await world.Planned(body);
        Refused(409, "meeting.record-closed", await world.Post($"/{planned}/items/{await world.FirstItem(planned)}/points", new { stance = "For", what = "好", name = "甲" }));
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        var right = Id(await Must(world.Post($"/{meeting}/items/{item}/points", new { stance = "For", what = "晚上看得见", personId = members[0] })));
        var wrong = Id(await Must(world.Post($"/{meeting}/items/{item}/points", new { stance = "Against", what = "打错了", name = "旁听人" })));

        Refused(412, "conflict.stale", await world.Send(HttpMethod.Put, $"/{meeting}/points/{right}", new { stance = "For", what = "另一句", personId = members[0] }, ifMatch: "\"9\""));
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/points/{right}", new { stance = "Neutral", what = "晚上看得见，但费电", personId = members[1] }));
        await Must(world.Post($"/{meeting}/points/{wrong}/strike"));
        Refused(409, "point.struck", await world.Send(HttpMethod.Put, $"/{meeting}/points/{wrong}", new { stance = "For", what = "好", name = "甲" }));

        var point = Assert.Single((await world.Get($"/{meeting}/points", members[2])).AsArray())!;
        Assert.Equal(("Neutral", "晚上看得见，但费电", "代表2"), ((string)point["stance"]!, (string)point["what"]!, (string)point["speaker"]!));
        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/{meeting}/points", by: world.Somebody(Role.Resident))).Status);
    }

    [Fact]
    public async Task CheckIn_ByMistake_IsTakenBack_UnlessTheyVoted()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members[..2]);
        await Must(world.Post($"/{meeting}/check-ins", new { personIds = new[] { members[2] }, paper = true }));
        Assert.Equal("Paper", (string)(await world.Get($"/{meeting}"))["roll"]!.AsArray().Single(x => (string)x!["personId"]! == members[2].ToString())!["way"]!);

        Assert.Equal(2, (int)(await Must(world.Post($"/{meeting}/check-ins/{members[2]}/take-back")))!["present"]!);
        var vote = await world.OpenVote(meeting, await world.FirstItem(meeting));
        await Must(world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, members[0]));
        Refused(409, "meeting.has-voted", await world.Post($"/{meeting}/check-ins/{members[0]}/take-back"));
    }

    [Fact]
    public async Task Conclude_WithoutTheQuorum_IsOnRecord_ByHeadsAndByClass()
    {
        var (body, members) = await world.Body(rules: new { headsAtLeast = 3, branch = 1, majority = "Simple", noticeDays = 0 });
        var meeting = await world.InSession(body, members[..1]);
        var before = await world.Get($"/breaches/numbers?body={body}");

        await Must(world.Post($"/{meeting}/conclude"));

        var breaches = (await world.Get($"/breaches?body={body}"))["items"]!.AsArray();
        Assert.Equal(["Quorum 3 1 ", "SeatClass 1 0 Branch"], breaches.Select(x => $"{x!["rule"]} {x["needed"]} {x["given"]} {x["seat"]}").Order());
        var after = await world.Get($"/breaches/numbers?body={body}");
        Assert.Equal((0, 1, 0), ((int)before["held"]!, (int)after["held"]!, (int)after["keptAll"]!));
    }

    [Fact]
    public async Task Convene_WithTheReasonForAShortNotice_IsOnRecord_UnderTheVersionInForce()
    {
        var (body, members) = await world.Body(rules: new { headsAtLeast = 1, majority = "Simple", noticeDays = 5 });
        var meeting = await world.Planned(body);
        await Must(world.Post($"/{meeting}/convene", new { waiver = "抢修" }));
        await Must(world.Post($"/bodies/{body}/rules", new { headsAtLeast = 1, majority = "Simple", noticeDays = 0 }));
        var other = await world.InSession(body, members);
        await Must(world.Post($"/{other}/conclude"));

        var breach = Assert.Single((await world.Get($"/breaches?body={body}&rule=Notice"))["items"]!.AsArray())!;
        Assert.Equal((5, 0, "抢修", 2), ((int)breach["needed"]!, (int)breach["given"]!, (string)breach["waiver"]!, (int)breach["ruleSet"]!));
        Assert.Equal((1, 1), ((int)(await world.Get($"/breaches/numbers?body={body}"))["held"]!, (int)(await world.Get($"/breaches/numbers?body={body}"))["keptAll"]!));
    }

    [Fact]
    public async Task Officers_AndGuests_AreShownToTheRoom_AndToNobodyElse()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        await Must(world.Send(HttpMethod.Put, $"/{meeting}/officers", new { chair = new { personId = members[0], name = "代表1" }, recorder = new { name = "陆书记员" } }));
        var guest = Id(await Must(world.Post($"/{meeting}/guests", new { name = "王工", from = "设计院" })));
        await Must(world.Post($"/{meeting}/guests", new { name = "赵老师" }));
        await Must(world.Post($"/{meeting}/guests/{guest}/take-back"));

        var (inside, outside) = (await world.Get($"/{meeting}", members[1]), await world.Get($"/{meeting}", world.Somebody(Role.Resident)));

        Assert.Equal(("代表1", "陆书记员", "赵老师"), ((string)inside["chair"]!["name"]!, (string)inside["recorder"]!["name"]!, (string)inside["guests"]![0]!["name"]!));
        Assert.Equal((null, null, null), (outside["chair"], outside["recorder"], outside["guests"]));
        Assert.Equal(404, (await world.Post($"/{meeting}/guests/{guest}/take-back")).Status);
    }

    [Fact]
    public async Task Plan_FromAfar_SaysWhere()
    {
        var (body, members) = await world.Body();
        object Of(string mode, string? link) => new { bodyId = body, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "线上", mode, link, freeItems = new[] { new { title = "一" } } };

        Refused(400, "meeting.link-needed", await world.Post("", Of("Online", null)));
        Refused(400, "meeting.link-needed", await world.Post("", Of("Hybrid", "javascript:alert(1)")));
        var meeting = Id(await Must(world.Post("", Of("Hybrid", "https://meet.example.org/8"))));
        await Must(world.Post($"/{meeting}/convene", new { }));

        Assert.Equal(("Hybrid", "https://meet.example.org/8"), ((string)(await world.Get($"/{meeting}", members[0]))["mode"]!, (string)(await world.Get($"/{meeting}", members[0]))["link"]!));
        Assert.Null((await world.Get($"/{meeting}", world.Somebody(Role.Resident)))["link"]);
    }

    [Fact]
    public async Task Deferred_UntilADay_RestsInTheInbox_AndItsWayIsTold()
    {
        var (body, members) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.InSession(body, members, issue);
        var item = await world.FirstItem(meeting);
        Refused(400, "item.until-in-the-past", await world.Post($"/{meeting}/items/{item}/defer", new { reason = "等预算", until = world.Today.AddDays(-1) }));
        await Must(world.Post($"/{meeting}/items/{item}/defer", new { reason = "等预算", until = world.Today.AddDays(9) }));

        Assert.True(await world.InInbox(body, issue));
        var again = await world.InSession(body, members, issue);
        await Must(world.Post($"/{again}/items/{await world.FirstItem(again)}/escalate", new { reason = "需街道协调" }));

        var trace = (await world.Get($"/issues/{issue}/agendas", world.Somebody(Role.Resident))).AsArray();
        Assert.Equal(["Deferred 等预算", "Escalated 需街道协调"], trace.Select(x => $"{x!["outcome"]} {x["reason"]}"));
        Assert.Equal($"{world.Today.AddDays(9):yyyy-MM-dd}", (string)trace[0]!["until"]!);
    }

    [Fact]
    public async Task Review_IsAskedForOnItsDay_AndWhatWasFoundStays()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        await world.Passed(meeting, item, members);
        Refused(400, "resolution.review-in-the-past", await world.Post($"/{meeting}/items/{item}/resolution", new { text = "换灯", reviewOn = world.Today }));
        var resolution = Id(await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "换灯", reviewOn = world.Today.AddDays(1) })));
        world.Clock.Pass(TimeSpan.FromDays(1));
        var waiting = (await world.Get("/to-do")).AsArray();
        world.Clock.Pass(TimeSpan.FromDays(-1));

        Assert.Contains(waiting.Single(x => (string)x!["what"]! == "Review")!["first"]!.AsArray(), x => Id(x) == resolution);
        await Must(world.Post($"/resolutions/{resolution}/review", new { words = "都亮着" }));

        Assert.Equal(("都亮着", null), ((string)(await world.Get($"/resolutions/{resolution}"))["reviewWords"]!, (string?)(await world.Get($"/resolutions/{resolution}"))["reviewOn"]));
        Refused(409, "resolution.nothing-to-review", await world.Post($"/resolutions/{resolution}/review", new { words = "再看" }));
    }

    [Fact]
    public async Task Rules_OfABody_AreReadByAnybody_InEveryVersion()
    {
        var (body, _) = await world.Body();
        await Must(world.Post($"/bodies/{body}/rules", new { text = "每人发言三分钟", headsAtLeast = 2, majority = "TwoThirds", noticeDays = 3, speakingSeconds = 180, secretBallot = true }));

        using var http = world.Anonymous();
        var shown = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync($"/api/v1/meetings/public/zhangmiao/bodies/{body}"))!;

        Assert.Equal((3, 180, true), ((int)shown["rules"]![0]!["number"]!, (int)shown["rules"]![0]!["rules"]!["speakingSeconds"]!, (bool)shown["rules"]![0]!["rules"]!["secretBallot"]!));
        Assert.DoesNotContain("代表", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await http.GetAsync($"/api/v1/meetings/public/youyi/bodies/{body}")).StatusCode);
    }

    [Fact]
    public void Speaker_WithoutAName_IsNobody() => Assert.Throws<RefusedException>(() =>
        Meeting.Plan(Body.Found(Contracts.Meetings.V1.BodyKind.RedCouncil, Guid.CreateVersion7(), AreaLevel.Neighbourhood, "会", DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch, "厅").Speaker(null, ""));

    private async Task<Guid> Asked(Guid meeting, object? request, Guid? by = null) => Guid.Parse((string)(await Must(world.Post($"/{meeting}/speakers", request, by)))!["turnId"]!);
}
