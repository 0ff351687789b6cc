using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>
/// What goes on for weeks: the Red Council meets weekly and people talk on the 7th of every month; the garden's plan asks for consent and has heard a concern;
/// and owners vote, on their phones and on paper, one of which two people read differently.
/// </summary>
internal static class Consultations
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private static readonly Flat[] Flats =
    [
        new(12, 301, "王芳", 64.52m, Zhangmiao.Phone(1)), new(12, 502, "钱晓明、钱伟", 58.10m, Zhangmiao.Phone(14)), new(14, 601, "吴秀珍", 71.36m, Zhangmiao.Phone(15)),
        new(27, 402, "郑海", 60.88m, Zhangmiao.Phone(16)), new(20, 101, "黄伟民", 82.40m, Zhangmiao.Phone(Cast.Owners)), new(3, 202, "朱桂英", 55.73m, Zhangmiao.Phone(Cast.Gardener)),
        new(12, 401, "何志强", 64.52m), new(12, 102, "沈丽华", 58.10m), new(14, 302, "唐国强、孙美珍", 71.36m), new(14, 501, "姜文英", 68.05m), new(20, 303, "范建平", 82.40m), new(27, 201, "金惠琴", 60.88m),
    ];

    public static async Task Begin(Cast cast)
    {
        await Meet(cast);
        await Consult(cast);
        await LetOwnersVote(cast);
    }

    // From the week after next: this week's meeting and the next were called by hand.
    private static async Task Meet(Cast cast)
    {
        var secretary = await cast.Secretary;
        await secretary.Series(cast.RedCouncil, $"FREQ=WEEKLY;BYDAY={Weekdays[(int)Cast.Day(0).DayOfWeek]}", Cast.Day(8), new TimeOnly(19, 0), "小区议事厅", "上次决议的落实情况");
        var talk = (await secretary.Bodies(Zhangmiao.Neighbourhood, "TalkDay"))[0].GetProperty("id").GetGuid();
        await secretary.Series(talk, "FREQ=MONTHLY;BYMONTHDAY=7", Cast.Day(1), new TimeOnly(14, 0), "小区议事厅", "居民说事");
    }

    private static async Task Consult(Cast cast)
    {
        var staff = await cast.Staff;
        var plan = await staff.Plan(cast.RedCouncil, "高压线下生境花园营造方案", cast.DeadCorner, """
            12号楼北侧高压线下空地约三百二十平方米，分三区：入口花境、雨水花园、亲子种植箱。
            一条一米五宽的透水小径贯通，轮椅可以走；沿路设四处坐凳。
            全部选用一米二以下的本土灌木和草花，与导线保持安全距离。
            清运由物业负责，营造由四叶草堂负责，养护由爱绿达人排班。
            """, new(Zhangmiao.Person(7), "刘建华", "党总支"), new(Zhangmiao.Person(Cast.Owners), "黄伟民", "业委会"), new(Zhangmiao.Person(Cast.Property), "马军", "泗塘物业服务公司"),
            new(Zhangmiao.Person(Cast.Gardener), "朱桂英", "爱绿达人"), new(Zhangmiao.Person(Cast.Resident), "王芳"));
        var round = await staff.Ask(plan, Cast.Day(6), asked: 96);
        await (await cast[Cast.Gardener]).Answer(plan, round, "Satisfied", "盼了三年，养护的人我来排。");
        await (await cast[Cast.Owners]).Answer(plan, round, "CanLiveWith", "坐凳希望离一楼窗户远一点。");
        await (await cast[Cast.Resident]).Answer(plan, round, "Objection", "雨水花园积水会生蚊子，孩子天天从那里过，请写明怎么防。");
        foreach (var number in (int[])[14, 16]) await (await cast[number]).Answer(plan, round, "Satisfied");
    }

    private static async Task LetOwnersVote(Cast cast)
    {
        var (staff, secretary) = (await cast.Staff, await cast.Secretary);
        var register = await staff.Register(Zhangmiao.Neighbourhood, "泗塘三村业主名册（示例）.csv", Flats);
        var hall = (await secretary.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall"))[0].GetProperty("id").GetGuid();
        var meeting = await staff.PlanFree(hall, Cast.At(10, 19), "小区议事厅", "是否动用维修资金更换12、14、20、27号楼单元门禁");
        await staff.Convene(meeting);
        var vote = await staff.OpenOwnersVote(meeting, register, "同意动用维修资金，更换四幢楼的单元门禁。", Cast.At(9, 20));
        foreach (var (number, choice) in ((int, string)[])[(1, "For"), (14, "For"), (15, "Against"), (Cast.Owners, "For")]) await (await cast[number]).Vote(meeting, vote, choice);
        // Two clerks type the same three papers in; one of them reads one otherwise.
        foreach (var (at, first, second) in ((int, string, string)[])[(6, "For", "For"), (7, "For", "For"), (8, "Against", "Abstain")])
        {
            await staff.TypeIn(meeting, vote, $"ZB-{at:000}", Flats[at], first);
            await secretary.TypeIn(meeting, vote, $"ZB-{at:000}", Flats[at], second);
        }
    }
}
