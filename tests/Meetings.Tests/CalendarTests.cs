using System.Net;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Calendars, read back as a calendar program reads them.</summary>
public sealed class CalendarTests(MeetingsWorld world)
{
    [Fact]
    public async Task BodyCalendar_ShowsAnnouncedMeetings_InTheStreetsZone_AndWhatWasCalledOffAsCancelled()
    {
        var (body, members) = await world.Body();
        var (plan, convened, cancelled) = (await world.Planned(body), await world.Planned(body), await world.Planned(body));
        foreach (var meeting in new[] { convened, cancelled }) await Must(world.Post($"/{meeting}/convene", new { }));

        var before = await Read($"public/zhangmiao/bodies/{body}/calendar.ics");
        Assert.Equal(new[] { convened, cancelled }.Select(Uid).Order(), before.Events.Select(x => x.Uid).Order());
        Assert.DoesNotContain(before.Events, x => x.Uid == Uid(plan));

        await Must(world.Post($"/{cancelled}/cancel", new { reason = "停水" }));
        var after = await Read($"public/zhangmiao/bodies/{body}/calendar.ics");

        var (was, now) = (before.Events.Single(x => x.Uid == Uid(cancelled)), after.Events.Single(x => x.Uid == Uid(cancelled)));
        Assert.Equal(("CONFIRMED", "CANCELLED"), (was.Status, now.Status));
        Assert.True(now.Sequence > was.Sequence);
        var kept = after.Events.Single(x => x.Uid == Uid(convened));
        Assert.Equal(("Asia/Shanghai", "议事厅", "红色议事会"), (kept.DtStart!.TzId, kept.Location, kept.Summary));
        Assert.Equal((DateTimeOffset)(await world.Get($"/{convened}"))["startsAt"]!, new DateTimeOffset(kept.DtStart.AsUtc, TimeSpan.Zero));
        Assert.True(kept.DtEnd!.AsUtc > kept.DtStart.AsUtc);
        Assert.Contains("楼道灯", kept.Description, StringComparison.Ordinal);
        Assert.Equal("Asia/Shanghai", Assert.Single(after.TimeZones).TzId);
        Assert.DoesNotContain(members[0].ToString(), await Text($"public/zhangmiao/bodies/{body}/calendar.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyCalendar_IsReadByItsSecretAddress_UntilThatIsMadeAnewOrTakenBack()
    {
        var me = world.Somebody(Role.Resident);
        var (body, _) = await world.Body(also: me);
        var (mine, others) = (await world.Planned(body), await world.Planned((await world.Body()).Id));
        foreach (var meeting in new[] { mine, others }) await Must(world.Post($"/{meeting}/convene", new { }));
        Assert.Null((await world.Get("/mine/calendar", me))["madeAt"]);

        var first = (string)(await Must(world.Post("/mine/calendar", by: me)))!["secret"]!;
        Assert.Equal([Uid(mine)], (await Read($"public/zhangmiao/calendars/{first}/meetings.ics")).Events.Select(x => x.Uid));
        Assert.NotNull((await world.Get("/mine/calendar", me))["madeAt"]);

        var second = (string)(await Must(world.Post("/mine/calendar", by: me)))!["secret"]!;
        Assert.Equal(HttpStatusCode.NotFound, await Status($"public/zhangmiao/calendars/{first}/meetings.ics"));
        Assert.Equal(HttpStatusCode.OK, await Status($"public/zhangmiao/calendars/{second}/meetings.ics"));
        // Another street's address opens nothing of ours.
        Assert.Equal(HttpStatusCode.NotFound, await Status($"public/youyi/calendars/{second}/meetings.ics"));

        await Must(world.Send(HttpMethod.Delete, "/mine/calendar", by: me));
        Assert.Equal(HttpStatusCode.NotFound, await Status($"public/zhangmiao/calendars/{second}/meetings.ics"));
        Assert.Equal(404, (await world.Send(HttpMethod.Delete, "/mine/calendar", by: me)).Status);
    }

    [Fact]
    public async Task MyCalendar_MadeByTwoAtOnce_HasOneAddress_AndAnErasedPersonHasNone()
    {
        var me = world.Somebody(Role.Resident);
        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Must(world.Post("/mine/calendar", by: me))));

        var open = await Task.WhenAll(made.Select(x => Status($"public/zhangmiao/calendars/{(string)x!["secret"]!}/meetings.ics")));
        Assert.Single(open, HttpStatusCode.OK);

        await world.Deliver(world.Fact(new PersonErased(), me));
        Assert.Equal(404, (await world.Send(HttpMethod.Delete, "/mine/calendar", by: me)).Status);
    }

    private static string Uid(Guid meeting) => $"{meeting}@zhangmiao";

    private async Task<Ical.Net.Calendar> Read(string path) => Ical.Net.Calendar.Load(await Text(path))!;

    private async Task<string> Text(string path)
    {
        using var anybody = world.Anonymous();
        using var answer = await anybody.GetAsync(new Uri(world.Address, $"/api/v1/meetings/{path}"));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var anybody = world.Anonymous();
        using var answer = await anybody.GetAsync(new Uri(world.Address, $"/api/v1/meetings/{path}"));
        return answer.StatusCode;
    }
}
