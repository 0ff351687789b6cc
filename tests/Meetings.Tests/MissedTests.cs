using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Weeks of a Red Council and days of a Talk Day: kept, or missed and said once.</summary>
public sealed class MissedTests(CadenceWorld cadence) : IClassFixture<CadenceWorld>
{
    private readonly MeetingsWorld world = cadence.World;

    [Fact]
    public async Task EightWeeks_WithOneMissed_SayItOnce_HoweverManyReplicas()
    {
        var first = Monday(world.Today.AddDays(7));
        cadence.Morning(first);
        var (body, members) = await cadence.Council();
        var convenor = world.Somebody(Role.Convenor);
        await cadence.Begun(body);

        for (var week = 0; week < 8; week++)
        {
            cadence.Morning(first.AddDays(7 * week));
            await cadence.Round(replicas: 3);
            if (week == 4) continue;
            await cadence.Held((await cadence.Plans(body)).First(x => (DateTimeOffset)x["startsAt"]! > world.Clock.GetUtcNow()), members["Branch"], members["Residents"]);
        }

        cadence.Morning(first.AddDays(7 * 8));
        await cadence.Round(replicas: 4);
        await cadence.Round(replicas: 4);

        var periods = await cadence.Periods(body);
        Assert.Equal(8, periods.Count);
        var missed = Assert.Single(periods, x => x["because"] is not null);
        Assert.Equal(($"{first.AddDays(28):O}", $"{first.AddDays(34):O}", "NotHeld"), ((string)missed["from"]!, (string)missed["to"]!, (string)missed["because"]!));
        Assert.All(periods.Except([missed]), x => Assert.Equal(["OwnersCommittee", "PropertyManager"], x["absent"]!.AsArray().Select(a => (string)a!)));
        var said = await world.Says<MeetingSeriesMissed>(x => x.BodyId == body);
        Assert.Equal((first.AddDays(28), first.AddDays(34), MissedBecause.NotHeld, BodyKind.RedCouncil), (said.From, said.To, said.Because, said.BodyKind));
        await Task.Delay(500);
        Assert.Single(world.Ear.Heard.OfType<MeetingSeriesMissed>(), x => x.BodyId == body);
        Assert.Single(await cadence.Periods(body, "&kept=false"));

        var measured = (await world.Get($"/measures?body={body}&from={first:O}&to={world.Today:O}"))["whole"]!;
        Assert.Equal((7, 8, 7), ((int)measured["held"]!, (int)measured["owed"]!, (int)measured["kept"]!));
        // The last week was kept: nothing to see to any more.
        Assert.DoesNotContain((await world.Get("/to-do", convenor)).AsArray(), x => (string)x!["what"]! == "Missed" && x["first"]!.AsArray().Any(t => (string)t!["id"]! == $"{body}"));
    }

    [Fact]
    public async Task AWeek_WithoutTheBranch_OrCalledOff_IsMissed_AndWaitsForWhoeverConvenes()
    {
        var (body, members) = await cadence.Council();
        var convenor = world.Somebody(Role.Convenor);
        var first = Monday(world.Today.AddDays(7));
        cadence.Morning(first);
        var series = await cadence.Begun(body);
        await cadence.Held((await cadence.Plans(body))[0], members["OwnersCommittee"], members["Residents"]);

        cadence.Morning(first.AddDays(7));
        await Must(world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = first.AddDays(8), reason = "春节" }));
        cadence.Morning(first.AddDays(14));
        await cadence.Round();

        Assert.Equal([("Cancelled", "春节"), ("BranchAbsent", null)], (await cadence.Periods(body)).Select(x => ((string)x["because"]!, (string?)x["reason"])));
        var toDo = (await world.Get("/to-do", convenor)).AsArray().Single(x => (string)x!["what"]! == "Missed")!;
        Assert.Contains(toDo["first"]!.AsArray(), x => ((string)x!["id"]!, (string)x["dueOn"]!) == ($"{body}", $"{first.AddDays(13):O}"));
    }

    [Fact]
    public async Task ASeries_BegunInMidweek_OwesFromItsFirstDateOn_AndNothingBefore()
    {
        var monday = Monday(world.Today.AddDays(7));
        cadence.Morning(monday.AddDays(2));
        var (late, _) = await cadence.Council();
        await cadence.Begun(late, "FREQ=WEEKLY;BYDAY=MO");
        var (soon, _) = await cadence.Council();
        await cadence.Begun(soon, "FREQ=WEEKLY;BYDAY=FR");

        cadence.Morning(monday.AddDays(14));
        await cadence.Round();

        Assert.Equal([$"{monday.AddDays(7):O}"], (await cadence.Periods(late)).Select(x => (string)x["from"]!));
        Assert.Equal([$"{monday.AddDays(7):O}", $"{monday:O}"], (await cadence.Periods(soon)).Select(x => (string)x["from"]!));
    }

    [Fact]
    public async Task ASession_ThatGoesOnPastTheWeek_IsWaitedFor()
    {
        var monday = Monday(world.Today.AddDays(7));
        cadence.Morning(monday);
        var (body, members) = await cadence.Council();
        await cadence.Begun(body, "FREQ=WEEKLY;BYDAY=SU");
        var plan = (await cadence.Plans(body))[0];
        await Must(world.Post($"/{Id(plan)}/convene", new { }));
        world.Clock.Set((DateTimeOffset)plan["startsAt"]!);
        await Must(world.Post($"/{Id(plan)}/open"));
        await Must(world.Post($"/{Id(plan)}/check-ins", new { personIds = new[] { members["Branch"] } }));

        world.Clock.Set(new DateTimeOffset(monday.AddDays(7).ToDateTime(new TimeOnly(0, 20)), TimeSpan.FromHours(8)));
        await cadence.Round();
        Assert.Empty(await cadence.Periods(body));

        await Must(world.Post($"/{Id(plan)}/conclude"));
        await cadence.Round();
        Assert.Null(Assert.Single(await cadence.Periods(body))["because"]);
    }

    [Fact]
    public async Task TalkDays_KeptAndMissed_AreCountedByTheirDay_AlsoWhereItWasMoved()
    {
        cadence.Morning(Monday(world.Today.AddDays(7)));
        var (body, members) = await cadence.Council("TalkDay");
        var series = await cadence.Begun(body, "FREQ=MONTHLY;BYMONTHDAY=7");
        var first = await cadence.Plans(body) is [var plan, ..] ? plan : null;
        var day = DateOnly.FromDateTime(((DateTimeOffset)first!["startsAt"]!).ToOffset(TimeSpan.FromHours(8)).DateTime);
        Assert.Equal(7, day.Day);
        await cadence.Held(first, members["Residents"]);
        var next = new DateOnly(day.AddMonths(1).Year, day.AddMonths(1).Month, 7);
        await Must(world.Post($"/bodies/{body}/series/{series}/exceptions", new { day = next, movedTo = next.AddDays(2), reason = "节日" }));

        cadence.Morning(next.AddDays(1));
        await cadence.Round();
        Assert.Equal([$"{day:O}"], (await cadence.Periods(body)).Select(x => (string)x["to"]!));
        cadence.Morning(next.AddDays(3));
        await cadence.Round(replicas: 3);

        Assert.Equal([($"{next.AddDays(2):O}", "NotHeld"), ($"{day:O}", null)], (await cadence.Periods(body)).Select(x => ((string)x["to"]!, (string?)x["because"])));
        await world.Says<MeetingSeriesMissed>(x => x.BodyId == body && x.From == next.AddDays(2));
    }

    [Fact]
    public async Task APeriod_JudgedTwice_IsRefusedByTheDatabase()
    {
        var (body, _) = await cadence.Council();
        var series = await cadence.Begun(body);
        await Assert.ThrowsAsync<DbUpdateException>(() => world.In(world.Ours, async db =>
        {
            var known = await db.Series.SingleAsync(x => x.Id == series);
            var week = Domain.Period.WeekOf(world.Today);
            for (var i = 0; i < 2; i++) db.Periods.Add(Domain.OwedPeriod.Judge(known, week, [], null, world.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        }));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
}
