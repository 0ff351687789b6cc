using CsCheck;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class MeetingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Convene_BindsTheRulesInForce_WhateverIsAdoptedBeforeAndAfter() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Sample((before, after) =>
        {
            var body = Council();
            for (var i = 0; i < before; i++) body.Adopt(Rules.Default with { HeadsAtLeast = i + 1, NoticeDays = 0 }, "", Now);
            var inForce = body.InForce;
            var meeting = Planned(body, Now.AddDays(10));
            meeting.Convene(body, Now, Shanghai, null);
            for (var i = 0; i < after; i++) body.Adopt(Rules.Default with { HeadsAtLeast = 500, Majority = Majority.Consensus }, "", Now);

            return meeting.RuleSet == inForce && body.InForce.Number == 1 + before + after && meeting.Quorum!.Needed == Math.Max(1, before);
        });

    [Theory]
    [InlineData("2026-11-26T00:30:00+08:00", true)] // Three midnights away, though not three times 24 hours.
    [InlineData("2026-11-25T23:30:00+08:00", false)]
    public void Convene_CountsNoticeInTheStreetsDays(string startsAt, bool inTime)
    {
        var body = Council();
        var meeting = Planned(body, DateTimeOffset.Parse(startsAt, System.Globalization.CultureInfo.InvariantCulture));

        if (inTime) meeting.Convene(body, Now, Shanghai, null);
        else Assert.Equal("meeting.notice-too-short", Assert.Throws<RefusedException>(() => meeting.Convene(body, Now, Shanghai, null)).Refusal.Code);
    }

    [Fact]
    public void Convene_WithAWaiver_PutsItOnRecord()
    {
        var body = Council();
        var meeting = Planned(body, Now.AddHours(3));

        meeting.Convene(body, Now, Shanghai, "台风将至");

        Assert.Equal("台风将至", meeting.NoticeWaiver);
    }

    [Fact]
    public void Moves_ThatAreNotInTheTable_AreRefused()
    {
        var meeting = Planned(Council(), Now.AddDays(10));

        Assert.Equal("meeting.cannot-move", Assert.Throws<RefusedException>(() => meeting.Conclude(Now)).Refusal.Code);
        Assert.Equal("meeting.cannot-move", Assert.Throws<RefusedException>(() => meeting.Postpone("台风")).Refusal.Code);
        Assert.Equal("meeting.cannot-move", Assert.Throws<RefusedException>(() => meeting.MinutesArePublic(false, null, Now)).Refusal.Code);
        meeting.Cancel("无人");
        Assert.Equal("meeting.cannot-move", Assert.Throws<RefusedException>(() => meeting.Cancel("无人")).Refusal.Code);
    }

    [Fact]
    public void Convene_WithoutItems_OrForThePast_IsRefused()
    {
        var body = Council();
        Assert.Equal("meeting.empty-agenda",
            Assert.Throws<RefusedException>(() => Meeting.Plan(body, Now.AddDays(10), "议事厅").Convene(body, Now, Shanghai, null)).Refusal.Code);
        Assert.Equal("meeting.in-the-past",
            Assert.Throws<RefusedException>(() => Planned(body, Now.AddMinutes(-1)).Convene(body, Now, Shanghai, "急")).Refusal.Code);
    }

    [Fact]
    public void Open_BeforeItsDay_IsRefused()
    {
        var body = Council();
        var meeting = Planned(body, Now.AddDays(10));
        meeting.Convene(body, Now, Shanghai, null);

        Assert.Equal("meeting.not-yet", Assert.Throws<RefusedException>(() => meeting.Open(Now.AddDays(9), Shanghai, RoomCode.NewSecret())).Refusal.Code);
        meeting.Open(Now.AddDays(10).AddHours(-2), Shanghai, RoomCode.NewSecret());
    }

    private static Body Council()
    {
        var body = Body.Found(BodyKind.RedCouncil, Guid.CreateVersion7(), AreaLevel.Neighbourhood, "红色议事会", Now);
        body.Seat([new Sitting(Guid.CreateVersion7(), "代表", SeatClass.Residents, null, null)], DateOnly.FromDateTime(Now.DateTime));
        return body;
    }

    private static Meeting Planned(Body body, DateTimeOffset startsAt)
    {
        var meeting = Meeting.Plan(body, startsAt, "议事厅");
        meeting.Add("楼道灯", null);
        return meeting;
    }
}
