using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Worlds;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class RoomTests(MeetingsWorld world)
{
    [Fact]
    public async Task Convene_PublishesTheAgenda_AndGivesNotice()
    {
        var (body, _) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.Planned(body, issue);
        var resident = world.Somebody(Role.Resident);
        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/{meeting}", by: resident)).Status);

        await Must(world.Post($"/{meeting}/convene", new { }));

        Assert.Equal(issue, Assert.Single((await world.Says<AgendaPublished>(x => x.SubjectId == meeting)).Items).IssueId);
        Assert.Equal(body, (await world.Says<MeetingConvened>(x => x.SubjectId == meeting)).BodyId);
        Assert.Equal("Convened", (string)(await world.Get($"/{meeting}", resident))["state"]!);
        Refused(409, "meeting.agenda-fixed", await world.Post($"/{meeting}/items", new { freeItems = new[] { new { title = "再加一项" } } }));
    }

    [Fact]
    public async Task Convene_WithShortNotice_IsRefused_UnlessAReasonIsGiven()
    {
        var (body, _) = await world.Body(rules: new { headsAtLeast = 1, majority = "Simple", noticeDays = 3 });
        var meeting = await world.Planned(body);

        Refused(409, "meeting.notice-too-short", await world.Post($"/{meeting}/convene", new { }));
        await Must(world.Post($"/{meeting}/convene", new { waiver = "台风将至" }));

        Assert.Equal("台风将至", (string)(await world.Get($"/{meeting}"))["noticeWaiver"]!);
    }

    [Fact]
    public async Task Postponed_IsConvenedAgain_WithTheSameAgenda()
    {
        var (body, _) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.Planned(body, issue);
        await Must(world.Post($"/{meeting}/convene", new { }));

        await Must(world.Post($"/{meeting}/postpone", new { reason = "台风" }));
        await Must(world.Post($"/{meeting}/convene", new { startsAt = world.Clock.GetUtcNow().AddDays(2) }));

        var view = await world.Get($"/{meeting}");
        Assert.Equal(("Convened", issue.ToString()), ((string)view["state"]!, (string)view["items"]![0]!["issueId"]!));
    }

    [Fact]
    public async Task CheckIn_WithTheCodeOfTheRoom_CountsLive()
    {
        var (body, members) = await world.Body(seats: 4);
        var meeting = await world.InSession(body, [members[0]]);
        var code = (string)(await world.Get($"/{meeting}"))["checkInCode"]!;
        Assert.Null((string?)(await world.Get($"/{meeting}", members[1]))["checkInCode"]);

        Refused(409, "meeting.wrong-code", await world.Post($"/{meeting}/check-in", new { code = code == "000000" ? "000001" : "000000" }, members[1]));
        Refused(409, "meeting.not-on-roll", await world.Post($"/{meeting}/check-in", new { code }, world.Somebody(Role.Resident)));
        var quorum = await Must(world.Post($"/{meeting}/check-in", new { code }, members[1]));

        Assert.Equal((2, 2, true), ((int)quorum!["present"]!, (int)quorum["needed"]!, (bool)quorum["reached"]!));
    }

    [Fact]
    public async Task WithoutQuorum_TheMeetingTalks_AndDoesNotDecide()
    {
        var (body, members) = await world.Body(seats: 5);
        var meeting = await world.InSession(body, [members[0], members[1]]);
        var item = await world.FirstItem(meeting);

        Refused(409, "meeting.no-quorum", await world.Post($"/{meeting}/items/{item}/votes", new { }));
        Refused(409, "meeting.no-quorum", await world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯" }));
        Refused(409, "meeting.no-quorum", await world.Post($"/{meeting}/items/{item}/escalate", new { reason = "解决不了" }));
        Assert.Equal(204, (await world.Post($"/{meeting}/items/{item}/defer", new { reason = "人不够" })).Status);
    }

    [Fact]
    public async Task WithHeadsButWithoutAClass_ThereIsNoQuorum()
    {
        var (body, members) = await world.Body(rules: new { headsAtLeast = 1, propertyManager = 1, majority = "Simple" });
        var meeting = await world.InSession(body, members);

        Refused(409, "meeting.no-quorum", await world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/votes", new { }));
    }

    [Fact]
    public async Task Ballots_OfThoseCheckedInOnly_MayChange_AndAreCountedAgainTheSame()
    {
        var (body, members) = await world.Body(seats: 4);
        var meeting = await world.InSession(body, members[..3]);
        var vote = await world.OpenVote(meeting, await world.FirstItem(meeting));
        Task<(int Status, JsonNode? Body)> Cast(Guid who, string choice) => world.Post($"/{meeting}/votes/{vote}/ballots", new { choice }, who);

        Refused(409, "meeting.not-checked-in", await Cast(members[3], "For"));
        Refused(409, "meeting.not-on-roll", await Cast(world.Somebody(Role.Resident), "For"));
        await Must(Cast(members[0], "Against"));
        await Must(Cast(members[0], "For"));
        await Must(Cast(members[1], "For"));
        await Must(world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "Against", personId = members[2] })); // A raised hand.
        var closed = await Must(world.Post($"/{meeting}/votes/{vote}/close"));
        Refused(409, "vote.is-closed", await Cast(members[1], "Against"));

        Assert.Equal((2, 1, true), ((int)closed!["for"]!, (int)closed["against"]!, (bool)closed["passed"]!));
        var view = await world.Get($"/{meeting}/votes/{vote}", members[3]);
        Assert.True((bool)view["agrees"]!);
        Assert.Equal(3, view["ballots"]!.AsArray().Count);
    }

    [Fact]
    public async Task ARaisedHand_TypedInByAMemberWithoutTheRole_IsRefused()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var vote = await world.OpenVote(meeting, await world.FirstItem(meeting));

        Refused(403, "rights.outside-your-area", await world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For", personId = members[1] }, members[0]));
    }

    [Fact]
    public async Task Vote_OnAnItemThatIsBeingVotedOn_OrResolved_IsRefused()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        var vote = await world.OpenVote(meeting, item);

        Refused(409, "item.vote-is-open", await world.Post($"/{meeting}/items/{item}/votes", new { }));
        Refused(409, "item.vote-is-open", await world.Post($"/{meeting}/conclude"));
        await Must(world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, members[0]));
        await Must(world.Post($"/{meeting}/votes/{vote}/close"));
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯" }));
        Refused(409, "item.settled", await world.Post($"/{meeting}/items/{item}/votes", new { }));
    }

    [Fact]
    public async Task Resolution_AfterAPassedVote_SaysItsActions_AndTheBoardFollowsThem()
    {
        var (body, members) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.InSession(body, members, issue);
        var item = await world.FirstItem(meeting);
        var due = world.Clock.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        object[] actions = [new { kind = "Property", what = "清理", dueOn = due }, new { kind = "Volunteers", what = "养护", areaId = world.Building12, dueOn = due }];

        Refused(409, "item.no-passed-vote", await world.Post($"/{meeting}/items/{item}/resolution", new { text = "建生境花园", actions }));
        await world.Passed(meeting, item, members);
        Refused(400, "action.due-in-the-past", await world.Post($"/{meeting}/items/{item}/resolution",
            new { text = "建生境花园", actions = new[] { new { kind = "Property", what = "清理", dueOn = "2026-11-01" } } }));
        var adopted = await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "建生境花园", reasons = "死角多年", actions }));

        var said = await world.Says<ResolutionAdopted>(x => x.SubjectId == Id(adopted));
        Assert.Equal((issue, "310113008-2026-000123"), (said.IssueId, said.ReceiptNumber));
        Assert.Equal([ActionKind.Property, ActionKind.Volunteers], said.Actions.Select(x => x.Kind));
        Assert.Equal([world.Neighbourhood, world.Building12], said.Actions.Select(x => x.AreaId));
        Assert.False(await world.InInbox(body, issue));

        var done = world.Fact(new ActionCompleted { ActionId = said.Actions[0].ActionId, Kind = ActionKind.Property, ResolutionId = said.SubjectId, IssueId = issue });
        await world.Deliver(done);
        await world.Deliver(done);
        await world.Deliver(world.Fact(new ActionDeclined
        {
            ActionId = said.Actions[1].ActionId, Kind = ActionKind.Volunteers, ResolutionId = said.SubjectId, Reason = "人手不足",
        }));
        var board = (await world.Get($"/follow-ups?body={body}"))["items"]!.AsArray();
        Assert.Equal([("Done", null), ("Declined", "人手不足")], board.OrderBy(x => (string)x!["kind"]!, StringComparer.Ordinal)
            .Select(x => ((string)x!["state"]!, (string?)x["reason"])));
        var read = await world.Get($"/resolutions/{said.SubjectId}", members[0]);
        Assert.Equal(("建生境花园", "死角多年", "Done"), ((string)read["text"]!, (string)read["reasons"]!,
            (string)read["actions"]!.AsArray().Single(x => (string)x!["kind"]! == "Property")!["state"]!));
    }

    [Fact]
    public async Task Resolution_AfterAVoteThatFailed_IsRefused_UntilAnotherPasses()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        var vote = await world.OpenVote(meeting, item);
        await Must(world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "Against" }, members[0]));
        Assert.False((bool)(await Must(world.Post($"/{meeting}/votes/{vote}/close")))!["passed"]!);

        Refused(409, "item.no-passed-vote", await world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯" }));
        await world.Passed(meeting, item, members);
        Assert.Equal(201, (await world.Post($"/{meeting}/items/{item}/resolution", new { text = "装灯" })).Status);
    }

    [Fact]
    public async Task ActionCompleted_HeardBeforeItsResolutionIsKnown_WaitsForIt()
    {
        var early = world.Fact(new ActionCompleted { ActionId = Guid.CreateVersion7(), Kind = ActionKind.Property, ResolutionId = Guid.CreateVersion7() });

        await world.Deliver(early);

        await Wait.Until(() => world.In(world.Ours, db => db.Parked.AnyAsync(x => x.WaitsFor == early.ActionId)), "see it parked");
    }

    [Fact]
    public async Task EscalatedItem_WaitsWhereIssuesSaysNext()
    {
        var (pavilion, members) = await world.Body(area: world.Grid1);
        var (hall, _) = await world.Body();
        var issue = await world.Triaged(world.Grid1, AreaLevel.Grid);
        var meeting = await world.InSession(pavilion, members, issue);

        await Must(world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/escalate", new { reason = "要动用维修资金" }));

        Assert.Equal(AreaLevel.Grid, (await world.Says<ItemEscalated>(x => x.IssueId == issue)).From);
        Assert.False(await world.InInbox(pavilion, issue));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await world.Deliver(world.Fact(new Contracts.Issues.V1.IssueEscalated
        {
            AreaId = world.Building12, DeliberationAreaId = world.Neighbourhood, DeliberationLevel = AreaLevel.Neighbourhood,
        }, issue, version: 6));
        Assert.True(await world.InInbox(hall, issue));
    }

    [Fact]
    public async Task Escalate_AtTheStreet_IsRefused()
    {
        var (body, members) = await MeetingOfTheStreet();
        var meeting = await world.InSession(body, members);

        Refused(409, "item.no-level-above", await world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/escalate", new { reason = "太难" }));
    }

    [Fact]
    public async Task BeforeAndAfterTheSession_NothingOfTheRoomHappens()
    {
        var (body, members) = await world.Body();
        var meeting = await world.Planned(body);
        var item = await world.FirstItem(meeting);
        await Refuses();
        await Must(world.Post($"/{meeting}/convene", new { }));
        await Refuses();
        await Must(world.Post($"/{meeting}/open"));
        await Must(world.Post($"/{meeting}/conclude"));
        await Refuses();

        async Task Refuses()
        {
            foreach (var (path, body) in new (string, object)[]
            {
                ("check-ins", new { personIds = members }), ($"items/{item}/votes", new { }), ($"items/{item}/defer", new { reason = "改日再议" }),
                ($"items/{item}/resolution", new { text = "装灯" }), ($"items/{item}/escalate", new { reason = "解决不了" }),
            })
                Refused(409, "meeting.not-in-session", await world.Post($"/{meeting}/{path}", body));
        }
    }

    [Fact]
    public async Task Conclude_DefersWhatWasNotReached_AndSaysWhoCame()
    {
        var (body, members) = await world.Body();
        var issue = await world.Triaged();
        var meeting = await world.InSession(body, members[..2], issue);

        await Must(world.Post($"/{meeting}/conclude"));

        var concluded = await world.Says<MeetingConcluded>(x => x.SubjectId == meeting);
        Assert.Equal((2, true), (concluded.Attended, concluded.Quorate));
        await world.Says<ItemDeferred>(x => x.IssueId == issue);
        Assert.True(await world.InInbox(body, issue));
        Assert.Equal("NotReached", (string)(await world.Get($"/{meeting}"))["items"]![0]!["note"]!);
    }

    private async Task<(Guid, Guid[])> MeetingOfTheStreet()
    {
        world.Directory.Give(world.Staff, Role.CommitteeStaff, world.Street, PlacesWorld<Program, Data.MeetingsDb>.StreetPath);
        ((Kernel.Doors.MembershipMemory)world.Services.GetService(typeof(Kernel.Doors.MembershipMemory))!).Forget(world.Staff);
        return await world.Body(area: world.Street);
    }
}
