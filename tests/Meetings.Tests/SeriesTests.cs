using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.CadenceWorld;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>A series from its first day to its end, and what it owed meanwhile.</summary>
public sealed class SeriesTests(CadenceWorld cadence) : IClassFixture<CadenceWorld>
{
    private readonly MeetingsWorld world = cadence.World;

    [Fact]
    public async Task Series_Begun_PlansItsMeetingsAhead_Once_HoweverManyReplicas()
    {
        var (body, _) = await cadence.Council("Coordination");
        await cadence.Begun(body);

        var planned = (await cadence.Plans(body)).ConvertAll(x => (DateTimeOffset)x["startsAt"]!);
        Assert.InRange(planned.Count, 8, 9);
        Assert.All(planned, x => Assert.Equal((DayOfWeek.Tuesday, 19), (x.ToOffset(TimeSpan.FromHours(8)).DayOfWeek, x.ToOffset(TimeSpan.FromHours(8)).Hour)));

        cadence.Morning(world.Today.AddDays(7));
        await cadence.Round(replicas: 4);
        await cadence.Round(replicas: 2);

        var later = (await cadence.Plans(body)).ConvertAll(x => (DateTimeOffset)x["startsAt"]!);
        Assert.Equal(planned.Count + 1, later.Count);
        Assert.Equal(later.Count, later.Distinct().Count());
        Assert.Equal("上次决议的落实", (string)(await world.Get($"/{Id((await cadence.Plans(body))[0])}"))["items"]![0]!["title"]!);
    }

    [Fact]
    public async Task WhatStandsOnEveryAgenda_IsOnTheNextOneAnyway_AndIsCarriedToTheLevelAboveAlone()
    {
        var (body, members) = await cadence.Council("GridPavilion", world.Grid2);
        await cadence.Begun(body);
        await cadence.Held((await cadence.Plans(body))[0], [.. members.Values]);
        Assert.Empty((await world.Get($"/bodies/{body}/carried"))["items"]!.AsArray());

        var next = (await cadence.Plans(body))[0];
        await Must(world.Post($"/{Id(next)}/convene", new { }));
        world.Clock.Set((DateTimeOffset)next["startsAt"]!);
        await Must(world.Post($"/{Id(next)}/open"));
        await Must(world.Post($"/{Id(next)}/check-ins", new { personIds = members.Values }));
        await Must(world.Post($"/{Id(next)}/items/{await world.FirstItem(Id(next))}/escalate", new { reason = "要居民区定" }));
        var (above, _) = await cadence.Council("Coordination");
        Assert.Equal("上次决议的落实", (string)Assert.Single((await world.Get($"/bodies/{above}/carried"))["items"]!.AsArray())!["title"]!);
    }

    /// <summary>The lock is polite; the index is what holds.</summary>
    [Fact]
    public async Task ADayOfASeries_PlannedTwice_IsRefusedByTheDatabase()
    {
        var (body, _) = await cadence.Council("Review");
        var series = await cadence.Begun(body);

        await Assert.ThrowsAsync<DbUpdateException>(() => world.In(world.Ours, async db =>
        {
            var known = await db.Series.SingleAsync(x => x.Id == series);
            var day = await db.Meetings.Where(x => x.SeriesId == series).MinAsync(x => x.SeriesDay!.Value);
            db.Meetings.Add(Meeting.Of(known, new Occurrence(day, world.Clock.GetUtcNow().AddDays(1), day, null)));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task ADate_MovedOrCalledOff_TakesItsPlanWithIt_ButNotWhatStaffHaveWorkedOn()
    {
        var (body, _) = await cadence.Council("Hearing");
        var series = await cadence.Begun(body);
        var plans = await cadence.Plans(body);
        var days = plans.ConvertAll(x => DateOnly.FromDateTime(((DateTimeOffset)x["startsAt"]!).ToOffset(TimeSpan.FromHours(8)).DateTime));
        await Must(world.Post($"/{Id(plans[2])}/items", new { freeItems = new[] { new { title = "加一项" } } }));

        await Must(world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = days[0], movedTo = days[0].AddDays(1), at = "15:00:00", reason = "会场占用" }));
        await Must(world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = days[1], reason = "停水" }));
        await Must(world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = days[2], reason = "停电" }));

        var moved = await world.Get($"/{Id(plans[0])}");
        Assert.Equal(((DateTimeOffset)plans[0]["startsAt"]!).AddDays(1).AddHours(-4), (DateTimeOffset)moved["startsAt"]!);
        Assert.Equal("Cancelled", (string)(await world.Get($"/{Id(plans[1])}"))["state"]!);
        Assert.Equal("Planned", (string)(await world.Get($"/{Id(plans[2])}"))["state"]!);
        await world.Says<MeetingCancelled>(x => x.SubjectId == Id(plans[1]));
        var shown = (await world.Get($"/bodies/{body}/series"))["items"]![0]!;
        Assert.Equal(["会场占用", "停水", "停电"], shown["exceptions"]!.AsArray().Select(x => (string)x!["reason"]!));
        Refused(409, "series.not-a-day", await world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = days[0].AddDays(1), reason = "没有这天" }));
        Refused(400, "series.bad-move", await world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = days[3], movedTo = days[3].AddDays(90), reason = "太远" }));
    }

    [Fact]
    public async Task ASeries_ThatAnotherReplaces_EndsTheDayBefore_AndItsLaterPlansGo()
    {
        var (body, _) = await cadence.Council("Coordination");
        await cadence.Begun(body);
        var change = world.Today.AddDays(14);

        var second = await cadence.Begun(body, "FREQ=MONTHLY;BYMONTHDAY=-1", change);

        var series = (await world.Get($"/bodies/{body}/series"))["items"]!.AsArray();
        Assert.Equal([null, $"{change.AddDays(-1):O}"], series.Select(x => (string?)x!["endsOn"]));
        Assert.All(await cadence.Plans(body), x => Assert.True(((DateTimeOffset)x["startsAt"]!).ToOffset(TimeSpan.FromHours(8)) is var at
            && (DateOnly.FromDateTime(at.DateTime) < change ? at.DayOfWeek is DayOfWeek.Tuesday : at.AddDays(1).Day == 1)));

        await Must(world.Post($"/bodies/{body}/series/{second}/end", new { lastDay = world.Today.AddDays(-1), reason = "不再定期开" }));
        Refused(409, "series.ended", await world.Post($"/bodies/{body}/series/{second}/end", new { lastDay = world.Today, reason = "再停一次" }));
        Refused(409, "series.ended", await world.Post($"/bodies/{body}/series/{second}/exceptions", new { day = world.Today.AddDays(400), reason = "已结束" }));
        Refused(400, "series.bad-end", await world.Post($"/bodies/{body}/series/{await cadence.Begun(body)}/end", new { lastDay = world.Today.AddDays(-2), reason = "抹掉" }));
    }

    [Fact]
    public async Task Series_BegunByTwoAtOnce_OneGoesOn()
    {
        var (body, _) = await cadence.Council("Coordination");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Post($"/bodies/{body}/series", Course("FREQ=WEEKLY;BYDAY=FR", world.Today))));

        Assert.Contains(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x.Status != 201), x => Assert.True((x.Status, (string?)x.Body!["code"]) is (409, "series.runs-already") or (412, "conflict.stale"), $"{x}"));
        Assert.Single((await world.Get($"/bodies/{body}/series"))["items"]!.AsArray(), x => x!["endsOn"] is null);
    }

    [Theory]
    [InlineData("FREQ=HOURLY", 0, "series.too-dense")]
    [InlineData("every tuesday", 0, "series.bad-rule")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=7", 0, "series.too-seldom")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0, "series.never")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", -1, "series.bad-start")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", 100_000, "series.bad-start")]
    public async Task Series_ThatCannotBe_IsRefused_AlsoAsAPreview(string rule, int days, string code)
    {
        var (body, _) = await cadence.Council();
        Refused(400, code, await world.Post($"/bodies/{body}/series", Course(rule, world.Today.AddDays(days))));
        Refused(400, code, await world.Send(HttpMethod.Get, $"/bodies/{body}/series/preview?rule={Uri.EscapeDataString(rule)}&startsOn={world.Today.AddDays(days):O}"));
    }

    [Fact]
    public async Task Preview_TellsTheFirstDates_AndWhereAHolidayMovesThem()
    {
        var (body, _) = await cadence.Council("TalkDay");
        await world.Deliver(world.Fact(new CalendarYearSet { Year = 2028, Source = "test", DaysOff = [new DateOnly(2028, 1, 7), new DateOnly(2028, 1, 10)], MakeUpDays = [new DateOnly(2028, 1, 8)] }));

        var held = await world.Get($"/bodies/{body}/series/preview?rule=FREQ%3DMONTHLY%3BBYMONTHDAY%3D7&startsOn=2028-01-01&count=3");
        Assert.Equal(["2028-01-07", "2028-02-07", "2028-03-07"], held["dates"]!.AsArray().Select(x => (string)x!["heldOn"]!));
        // 7 January is off, and Saturday the 8th is worked instead.
        var next = await world.Get($"/bodies/{body}/series/preview?rule=FREQ%3DMONTHLY%3BBYMONTHDAY%3D7&startsOn=2028-01-01&onDayOff=NextWorkingDay&count=1");
        Assert.Equal(("2028-01-07", "2028-01-08"), ((string)next["dates"]![0]!["day"]!, (string)next["dates"]![0]!["heldOn"]!));
        var last = await world.Get($"/bodies/{body}/series/preview?rule=FREQ%3DMONTHLY%3BBYMONTHDAY%3D7&startsOn=2028-01-01&onDayOff=PreviousWorkingDay&count=1");
        Assert.Equal("2028-01-06", (string)last["dates"]![0]!["heldOn"]!);
    }
}
