using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Directory.Start;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>The known years against the notices' own sentences, and the doors.</summary>
public sealed partial class KeepCalendarTests(DirectoryWorld world)
{
    private const string Root = "/api/v1/directory/calendar";

    // As published by 新华社 on 2024-11-12 and 2025-11-04: what the tables were made from is read here a second time, another way.
    private const string Notice2025 = """
        一、元旦：1月1日（周三）放假1天，不调休。
        二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
        三、清明节：4月4日（周五）至6日（周日）放假，共3天。
        四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
        五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
        六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
        """;

    private const string Notice2026 = """
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        """;

    [Theory, InlineData(2025, Notice2025), InlineData(2026, Notice2026)]
    public void TheKnownYear_IsItsNotice_AndHas248WorkingDays(int year, string notice)
    {
        var (known, off, work) = (KnownYears.All.Single(x => x.Year == year), new SortedSet<DateOnly>(), new SortedSet<DateOnly>());
        foreach (var sentence in notice.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = sentence.Split("天", 2);
            var ends = DaysIn(year, parts[0]);
            var length = int.Parse(Regex.Match(parts[0], @"(\d+)$").Value, CultureInfo.InvariantCulture);
            Assert.Equal(length, ends[^1].DayNumber - ends[0].DayNumber + 1);
            for (var day = ends[0]; day <= ends[^1]; day = day.AddDays(1)) off.Add(day);
            work.UnionWith(DaysIn(year, parts[1]));
        }

        Assert.Equal(off, known.DaysOff);
        Assert.Equal(work, known.MakeUpDays);
        // 365 − 104 days of weekends − 13 statutory holidays.
        Assert.Equal(248, known.WorkingDays);
        Assert.Contains($"{year}年部分节假日安排的通知", known.Source, StringComparison.Ordinal);
    }

    /// <summary>全国年节及纪念日放假办法 (2024): thirteen days, of which the festivals follow the lunar calendar, here the framework's.</summary>
    [Theory, InlineData(2025), InlineData(2026)]
    public void TheStatutoryHolidays_AreOff(int year)
    {
        var lunar = new ChineseLunisolarCalendar();
        DateOnly Festival(int month, int day)
        {
            var leap = lunar.GetLeapMonth(year);
            return DateOnly.FromDateTime(lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
        }

        var springFestival = Festival(1, 1);
        DateOnly[] statutory =
        [
            new(year, 1, 1), springFestival.AddDays(-1), springFestival, springFestival.AddDays(1), springFestival.AddDays(2), new(year, 5, 1), new(year, 5, 2),
            Festival(5, 5), Festival(8, 15), new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
        ];
        var known = KnownYears.All.Single(x => x.Year == year);
        Assert.All(statutory, x => Assert.Contains(x, known.DaysOff));
        // 清明, between 4 and 6 April, is a solar term.
        Assert.Contains(new DateOnly(year, 4, 5), known.DaysOff);
    }

    [Fact]
    public async Task AStreet_HasTheKnownYears_AndA2027OnlyOnceItIsImported()
    {
        var years = await world.Resident().GetFromJsonAsync<List<KeepCalendar.Row>>(Root);
        Assert.Equal([(2025, 248), (2026, 248)], years!.Where(x => x.Year < 2027).Select(x => (x.Year, x.WorkingDays)));

        using var http = world.WusongStaff();
        var unknown = await http.GetAsync(new Uri($"{Root}/2027", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("calendar.unknown-year", (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        var imported = await world.Admin().PutAsJsonAsync($"{Root}/2027", new { csv = "# source: 试行\n日期,类型\n2027-01-01,休,元旦\n2027-01-02,班,元旦\n" });
        var view = (await imported.Content.ReadFromJsonAsync<KeepCalendar.View>())!;
        Assert.Equal(("试行", 261), (view.Source, view.WorkingDays));
        var said = await world.Says<CalendarYearSet>(x => x.Year == 2027);
        Assert.Equal([new DateOnly(2027, 1, 1)], said.DaysOff);
        Assert.Equal([new DateOnly(2027, 1, 2)], said.MakeUpDays);
        // Its own: the other street still has none.
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"{Root}/2027", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("2028-01-01,off\n2028-13-01,off", "calendar.bad-row", "第 2 行：日期应写成 2027-01-01 这样")]
    [InlineData("date,kind\n2027-01-01,off", "calendar.bad-row", "第 2 行：日期不在这一年")]
    [InlineData("2028-01-01,maybe", "calendar.bad-row", "第 1 行：第二列应为 off（休）或 work（班）")]
    [InlineData("2028-01-01,off\n# again\n2028-01-01,off", "calendar.bad-row", "第 3 行：这一天已经写过了")]
    [InlineData("2028-01-03,work", "calendar.bad-row", "第 1 行：调休上班应当是周六或周日")]
    [InlineData("date,kind,name", "calendar.empty", "表里没有放假或上班的日期。")]
    [InlineData("2028-01-01,off", "calendar.no-source", "请写明依据的通知。")]
    public async Task ABadTable_IsRefused_WithItsRow(string csv, string code, string sentence)
    {
        var answer = await world.Admin().PutAsJsonAsync($"{Root}/2028", new { csv });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, code, sentence), (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task AStaleTable_IsRefused()
    {
        using var http = world.Admin();
        http.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"999\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await http.PutAsJsonAsync($"{Root}/2025", new { csv = "2025-01-01,off", source = "试行" })).StatusCode);
    }

    [Fact]
    public async Task AStreetOfAnEarlierRelease_GetsTheYearsThatItLacks_AndKeepsItsOwn()
    {
        await world.In(DirectoryWorld.Wusong, async db =>
        {
            db.CalendarYears.Remove(await db.CalendarYears.SingleAsync(x => x.Year == 2025));
            (await db.CalendarYears.SingleAsync(x => x.Year == 2026)).Set(CalendarSheet.Read(2026, "2026-01-01,off", "吴淞自己的"));
            return await db.SaveChangesAsync();
        });

        await world.Plant();

        using var http = world.WusongStaff();
        var years = (await http.GetFromJsonAsync<List<KeepCalendar.Row>>(Root))!;
        Assert.Equal([(2025, 248, 1), (2026, 260, 2)], years.Select(x => (x.Year, x.WorkingDays, x.Version)));
    }

    private static List<DateOnly> DaysIn(int year, string text)
    {
        var (found, month) = (new List<DateOnly>(), 0);
        foreach (Match x in Dated().Matches(text))
        {
            if (x.Groups[1].Success) month = int.Parse(x.Groups[1].Value, CultureInfo.InvariantCulture);
            var day = new DateOnly(year, month, int.Parse(x.Groups[2].Value, CultureInfo.InvariantCulture));
            Assert.Equal(x.Groups[3].Value, "日一二三四五六"[(int)day.DayOfWeek].ToString());
            found.Add(day);
        }

        return found;
    }

    [GeneratedRegex(@"(?:(\d+)月)?(\d+)日（(?:[^（）]*、)?周(.)）")]
    private static partial Regex Dated();
}
