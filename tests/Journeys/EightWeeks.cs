using Microsoft.Playwright;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// A Red Council's eight weeks: begun at a desk, held seven times, missed once. The missed week is said once, waits at the convenor's desk, and stands
/// in the measures; the coming meetings are in the calendars.
/// </summary>
public sealed class EightWeeks(StartedPlatform platform) : Journey(platform)
{
    private const string Meetings = "/api/v1/meetings";
    private const int Weeks = 8, Missed = 4, Member = 15;

    private readonly List<string> _wrong = [];
    private Browser _browser = null!;
    private Player _staff = null!, _secretary = null!;
    private Guid _body;
    private DateOnly _first;

    [Fact]
    public async Task AWeeklyCouncil_ThatMissesAWeek_IsToldOnce_AndItsCalendarGoesOn()
    {
        await using var browser = _browser = await Browser.Open(Platform.Run.Web!);
        _first = Clock.Today.AddDays(((int)DayOfWeek.Monday - (int)Clock.Today.DayOfWeek + 6) % 7 + 1);
        await Clock.PassTo(Clock.At(_first, 9));
        (_staff, _secretary) = (await SignIn(5), await SignIn(7));
        _body = await _secretary.Found("RedCouncil", Zhangmiao.Neighbourhood, $"红色议事会 {Guid.CreateVersion7():n}"[..14],
            [new Seat(_secretary.Id, "刘建华", "Branch"), new Seat(Zhangmiao.Person(Member), "吴秀珍", "Residents")]);

        await Begun_AtADesk();
        for (var week = 0; week < Weeks; week++)
            if (week != Missed) await Held(week);
        await Clock.PassTo(Clock.At(_first.AddDays(7 * Weeks), 9));

        await TheMissedWeek_IsToldOnce();
        await TheCalendars_ShowWhatComes();
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task Begun_AtADesk()
    {
        var desk = await _browser.DeskOf("secretary");
        await See(desk, $"/console/meetings/bodies/{_body}/series");
        await desk.Send("begin", ("Every", "Weekly"), ("Day", "TU"), ("StartsAt", "19:00"), ("Place", "小区议事厅"), ("Standing", "上次决议的落实"), ("Do", "preview"));
        await desk.Send("begin", ("Do", "begin"));
        await See(desk);
        Assert.InRange((await Plans()).Count, 8, 9);
        await desk.Context.CloseAsync();
    }

    private async Task Held(int week)
    {
        var day = _first.AddDays(7 * week);
        if (Clock.Today < day) await Clock.PassTo(Clock.At(day, 9));
        var meeting = (await Plans()).First(x => x.StartsAt >= Clock.At(day, 0)).Id;
        await _staff.Convene(meeting, "每周例会，时间固定");
        await Clock.PassTo(Clock.At(day.AddDays(1), 19));
        await _staff.Open(meeting);
        await _staff.CheckIn(meeting, _secretary.Id, Zhangmiao.Person(Member));
        await _staff.Post($"{Meetings}/{meeting}/conclude");
    }

    private async Task TheMissedWeek_IsToldOnce()
    {
        var days = $"body={_body}&from={_first:yyyy-MM-dd}&to={Clock.Today:yyyy-MM-dd}";
        await Until.Holds("all eight weeks are judged", async () => (await _staff.List($"{Meetings}/measures/periods?{days}")).Count == Weeks, TimeSpan.FromMinutes(2));
        var missed = Assert.Single(await _staff.List($"{Meetings}/measures/periods?{days}&kept=false"));
        Assert.Equal(($"{_first.AddDays(7 * Missed):yyyy-MM-dd}", "NotHeld"), (missed.GetProperty("from").GetString(), missed.GetProperty("because").GetString()));
        var whole = (await _staff.Get($"{Meetings}/measures?{days}")).GetProperty("whole");
        Assert.Equal((7, 8, 7), (whole.GetProperty("held").GetInt32(), whole.GetProperty("owed").GetInt32(), whole.GetProperty("kept").GetInt32()));

        // Each was said when the weeks were judged: the missed one reached Insights once, in whichever month that was.
        async Task<int> Heard()
        {
            var said = 0;
            foreach (var month in Enumerable.Range(0, 4).Select(x => _first.AddMonths(x)).TakeWhile(x => x <= Clock.Today.AddMonths(1)))
                said += (await _staff.List($"/api/v1/insights/happenings?kind=Missed&month={month:yyyy-MM}")).Count(x => x.GetProperty("subjectId").GetGuid() == _body);
            return said;
        }

        await Until.Holds("the missed week is heard", async () => await Heard() > 0);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(1, await Heard());

        var desk = await _browser.DeskOf("secretary");
        await See(desk, $"/console/meetings/measures?from={_first:yyyy-MM-dd}&to={Clock.Today:yyyy-MM-dd}&kind=RedCouncil");
        await See(desk, $"/console/meetings/measures/periods?{days}");
        Assert.Equal(7, await desk.Locator("tbody .gz-tone-Good").CountAsync());
        Assert.Equal(1, await desk.Locator("tbody .gz-tone-Bad").CountAsync());
        await See(desk, $"/console/meetings/measures/held?{days}");
        await See(desk, "/console/meetings/coverage");
        await See(desk, $"/console/meetings/bodies/{_body}/record");
        await See(desk, $"/console/meetings/bodies/{_body}/series");
        await desk.Context.CloseAsync();
    }

    private async Task TheCalendars_ShowWhatComes()
    {
        var coming = (await Plans()).First(x => x.StartsAt > Clock.Now).Id;
        using var anybody = new HttpClient { BaseAddress = new Uri(Platform.Run.Web!) };
        Assert.DoesNotContain($"{coming}@", await anybody.GetStringAsync(new Uri($"/zhangmiao/bodies/{_body}.ics", UriKind.Relative)), StringComparison.Ordinal);

        await _staff.Convene(coming, "每周例会，时间固定");
        var shared = await anybody.GetStringAsync(new Uri($"/zhangmiao/bodies/{_body}.ics", UriKind.Relative));
        Assert.Contains($"UID:{coming}@zhangmiao", shared, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:", shared, StringComparison.Ordinal);

        var secret = (await _secretary.Post($"{Meetings}/mine/calendar")).GetProperty("secret").GetString();
        using var mine = await anybody.GetAsync(new Uri($"/zhangmiao/calendars/{secret}.ics", UriKind.Relative));
        Assert.Equal("text/calendar", mine.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"UID:{coming}@zhangmiao", await mine.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await _staff.Post($"{Meetings}/{coming}/cancel", new { reason = "停水" });
        Assert.Contains("STATUS:CANCELLED", await anybody.GetStringAsync(new Uri($"/zhangmiao/calendars/{secret}.ics", UriKind.Relative)), StringComparison.Ordinal);
    }

    private async Task<List<(Guid Id, DateTimeOffset StartsAt)>> Plans() =>
        [.. (await _staff.List($"{Meetings}?body={_body}&state=Planned")).Select(x => (x.GetProperty("id").GetGuid(), x.GetProperty("startsAt").GetDateTimeOffset())).OrderBy(x => x.Item2)];

    private async Task See(IPage page, string? path = null)
    {
        if (path is not null) Assert.True((await page.GotoAsync(path))!.Ok, $"{path}: {page.Url}");
        if (Browser.LooksAround) _wrong.AddRange(await _browser.Look(page));
    }
}
