using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Free items that a meeting left undone come back by themselves, as issues do.</summary>
public sealed class CarriedTests(MeetingsWorld world)
{
    [Fact]
    public async Task Deferred_WaitsUntilItsDay_WithWhereItCameFrom_AndIsTakenUpOnce()
    {
        var (body, members) = await world.Body();
        var (meeting, item) = await Free(body, members, "非机动车棚改造");
        await Must(world.Post($"/{meeting}/items/{item}/defer", new { reason = "等报价", until = world.Today.AddDays(20) }));

        var waiting = await Waiting(body, "非机动车棚改造");
        Assert.Equal($"{world.Today.AddDays(20):yyyy-MM-dd}", (string)waiting["restsUntil"]!);
        var step = Assert.Single(waiting["steps"]!.AsArray())!;
        Assert.Equal(("Deferred", "等报价", meeting.ToString(), "红色议事会", "Neighbourhood"),
            ((string)step["because"]!, (string)step["reason"]!, (string)step["meetingId"]!, (string)step["bodyName"]!, (string)step["level"]!));

        var next = await Taking(body, waiting);
        Assert.Equal(201, next.Status);
        Assert.Null(await Find(body, "非机动车棚改造"));
        var taken = (await world.Get($"/{Id(next.Body)}"))["items"]![0]!;
        Assert.Equal(("非机动车棚改造", (string)waiting["id"]!), ((string)taken["title"]!, (string)taken["carriedId"]!));
        Assert.Equal("OnAgenda", (string)(await world.Get($"/carried/{waiting["id"]}"))["state"]!);
        Refused(409, "carried.not-waiting", await Taking(body, waiting));
    }

    [Fact]
    public async Task Carried_TakenByTwoMeetingsAtOnce_IsOnOne()
    {
        var (body, members) = await world.Body();
        var (meeting, item) = await Free(body, members, "楼道堆物");
        await Must(world.Post($"/{meeting}/items/{item}/defer", new { reason = "下次" }));
        var waiting = await Waiting(body, "楼道堆物");
        var other = await world.Planned(body);

        var answers = await Task.WhenAll(
            Taking(body, waiting), Taking(body, waiting), world.Post($"/{other}/items", new { carriedIds = new[] { (string)waiting["id"]! } }));

        Assert.Single(answers, x => x.Status is 200 or 201);
        Assert.All(answers.Where(x => x.Status is not (200 or 201)), x => Refused(409, "carried.not-waiting", x));
    }

    [Fact]
    public async Task Escalated_GoesUpLevelByLevel_ToTheGreatPartyCommittee_WithItsWholeWay()
    {
        var areas = new[] { world.Building12, world.Grid1, world.Neighbourhood };
        JsonNode? waiting = null;
        foreach (var area in areas)
        {
            var (body, members) = await world.Body(area: area);
            var meeting = waiting is null ? (await Free(body, members, "加装电梯")).Meeting : await Held(Id((await Taking(body, waiting)).Body), members);
            await Must(world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/escalate", new { reason = $"本级定不了 {area}" }));
            Assert.Null(await Find(body, "加装电梯"));
            var above = areas.SkipWhile(x => x != area).Skip(1).Append(world.Street).First();
            waiting = await Waiting(above == world.Street ? await Great() : (await world.Body(area: above)).Id, "加装电梯");
        }

        Assert.Equal(["Building", "Grid", "Neighbourhood"], waiting!["steps"]!.AsArray().Select(x => (string)x!["level"]!));
        Assert.All(waiting["steps"]!.AsArray(), x => Assert.Equal("Escalated", (string)x!["because"]!));
        Assert.Equal("Street", (string)waiting["level"]!);
    }

    [Fact]
    public async Task NotReached_OrCalledOff_WaitsAgain_AndResolved_IsDone()
    {
        var (body, members) = await world.Body();
        var (meeting, _) = await Free(body, members, "公共晾衣架");
        await Must(world.Post($"/{meeting}/conclude"));
        var waiting = await Waiting(body, "公共晾衣架");

        var second = Id((await Taking(body, waiting)).Body);
        await Must(world.Post($"/{second}/convene", new { }));
        await Must(world.Post($"/{second}/cancel", new { reason = "台风" }));
        waiting = await Waiting(body, "公共晾衣架");
        Assert.Equal(["NotReached ", "Cancelled 台风"], waiting["steps"]!.AsArray().Select(x => $"{x!["because"]} {x["reason"]}"));

        var third = await Held(Id((await Taking(body, waiting)).Body), members);
        var item = await world.FirstItem(third);
        await world.Passed(third, item, members);
        await Must(world.Post($"/{third}/items/{item}/resolution", new { text = "装在西侧", actions = Array.Empty<object>() }));

        Assert.Null(await Find(body, "公共晾衣架"));
        Assert.Equal("Resolved", (string)(await world.Get($"/carried/{waiting["id"]}"))["state"]!);
    }

    [Fact]
    public async Task TakenOff_WhatWasTypedInIsGone_WhatWasCarriedWaitsAgain()
    {
        var (body, members) = await world.Body();
        var planned = Id(await Must(world.Post("", new { bodyId = body, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "议事厅", freeItems = new[] { new { title = "打错的" } } })));
        await Must(world.Post($"/{planned}/items/{await world.FirstItem(planned)}/take-off"));
        Assert.Null(await Find(body, "打错的"));

        var (meeting, item) = await Free(body, members, "信报箱");
        await Must(world.Post($"/{meeting}/items/{item}/defer", new { reason = "下次" }));
        var next = Id((await Taking(body, await Waiting(body, "信报箱"))).Body);
        await Must(world.Post($"/{next}/items/{await world.FirstItem(next)}/take-off"));
        Assert.Equal("TakenOff", (string)(await Waiting(body, "信报箱"))["steps"]![1]!["because"]!);
    }

    [Fact]
    public async Task Dropped_WaitsNoMore_WithItsReason_AndElsewhereIsNotTaken()
    {
        var (body, members) = await world.Body();
        var (meeting, item) = await Free(body, members, "快递柜");
        await Must(world.Post($"/{meeting}/items/{item}/defer", new { reason = "下次" }));
        var waiting = await Waiting(body, "快递柜");
        Refused(409, "carried.not-waiting", await Taking((await world.Body(area: world.Grid1)).Id, waiting));
        Refused(404, "not-found", await world.Post($"/carried/{Guid.CreateVersion7()}/drop", new { reason = "无" }));
        Refused(403, "rights.outside-your-area", await world.Post($"/carried/{waiting["id"]}/drop", new { reason = "无" },
            world.Somebody(Role.Convenor, world.Grid1, MeetingsWorld.Grid1Path)));

        await Must(world.Post($"/carried/{waiting["id"]}/drop", new { reason = "物业已装" }));

        Assert.Null(await Find(body, "快递柜"));
        Assert.Equal("Dropped 物业已装", $"{(await world.Get($"/carried/{waiting["id"]}"))["steps"]![1]!["because"]} {(await world.Get($"/carried/{waiting["id"]}"))["steps"]![1]!["reason"]}");
        Refused(409, "carried.not-waiting", await world.Post($"/carried/{waiting["id"]}/drop", new { reason = "再来" }));
    }

    private async Task<Guid> Great() => Id(await Must(world.Post("/bodies", new
    {
        kind = "GreatPartyCommittee", areaId = world.Street, name = "大党委", seats = Array.Empty<object>(),
        rules = new { shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 0, publicationDays = 7 },
    }, world.Somebody(Role.CommitteeStaff, world.Street, MeetingsWorld.StreetPath))));

    private async Task<(Guid Meeting, Guid Item)> Free(Guid body, Guid[] members, string title)
    {
        var meeting = await Held(Id(await Must(world.Post("", new
        {
            bodyId = body, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "议事厅", freeItems = new[] { new { title } },
        }))), members);
        return (meeting, await world.FirstItem(meeting));
    }

    private async Task<Guid> Held(Guid meeting, Guid[] members)
    {
        await Must(world.Post($"/{meeting}/convene", new { }));
        await Must(world.Post($"/{meeting}/open"));
        await Must(world.Post($"/{meeting}/check-ins", new { personIds = members }));
        return meeting;
    }

    private Task<(int Status, JsonNode? Body)> Taking(Guid body, JsonNode waiting) => world.Post("", new
    {
        bodyId = body, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "议事厅", carriedIds = new[] { (string)waiting["id"]! },
    });

    private async Task<JsonNode> Waiting(Guid body, string title) => await Find(body, title) ?? throw new InvalidOperationException($"{title} does not wait.");

    private async Task<JsonNode?> Find(Guid body, string title)
    {
        var by = (string)(await world.Get($"/bodies/{body}"))["kind"]! == nameof(BodyKind.GreatPartyCommittee) ? world.Somebody(Role.StreetOfficer, world.Street, MeetingsWorld.StreetPath) : (Guid?)null;
        string? after = null;
        do
        {
            var page = await world.Get($"/bodies/{body}/carried?limit=100{(after is null ? "" : $"&after={after}")}", by);
            // Several tests share the neighbourhood: a title is one test's.
            if (page["items"]!.AsArray().FirstOrDefault(x => (string)x!["title"]! == title) is { } found) return found;
            after = (string?)page["next"];
        }
        while (after is not null);
        return null;
    }
}
