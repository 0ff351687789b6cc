using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>The Red Council meets: one matter gets three hands, one is done already, one is deferred, one is not reached, one is on next week's agenda.</summary>
internal static class Deliberations
{
    public static async Task Hold(Cast cast)
    {
        var (corner, charging) = (await Triaged(cast, EverydayLife.DeadCorner), await Triaged(cast, EverydayLife.Charging));
        var (lift, noise, _) = (await Triaged(cast, EverydayLife.Lift), await Triaged(cast, EverydayLife.Noise), await Triaged(cast, EverydayLife.Parking));
        var staff = await cast.Staff;
        foreach (var issue in (Guid[])[corner, charging, lift, noise]) await staff.Waits(cast.RedCouncil, issue);

        var meeting = await staff.Plan(cast.RedCouncil, Cast.Now.AddSeconds(30), "小区议事厅", corner, charging, lift);
        // The evening is too short for it: it waits for a later meeting.
        await staff.PutOn(meeting, "议事厅晚上开放到九点", "上班的人七点才到家，能不能一周两晚延长。");
        await staff.Convene(meeting, "汛期将至，现场有安全隐患，经党总支同意缩短通知期。");
        var next = await staff.Plan(cast.RedCouncil, Cast.At(7, 19), "小区议事厅", noise);
        await staff.Convene(next);
        foreach (var issue in (Guid[])[corner, charging, lift]) await staff.Reaches(issue, "InDeliberation");

        await staff.Open(meeting);
        await staff.CheckIn(meeting, [.. ((int[])[7, 8, 9, 4, 13]).Select(Zhangmiao.Person)]);
        await Vote(cast, meeting, corner, "是否将高压线下空地改造为生境花园，由居民共管？");
        await staff.Resolve(meeting, await staff.ItemAbout(meeting, corner), "将高压线下空地改造为生境花园：物业清运，四叶草堂营造，爱绿达人养护。", "供电部门已确认安全距离；到会各方一致认为应当整治。",
            new GivenAction("Property", "清运建筑垃圾，平整场地", Cast.Day(7), Zhangmiao.Building(12)), new GivenAction("Partner", "设计并营造生境花园", Cast.Day(60)),
            new GivenAction("Volunteers", "花园首次集体养护", Cast.Day(30)));
        await Vote(cast, meeting, charging, "是否在三网格车棚增设十个充电插座？");
        await staff.Resolve(meeting, await staff.ItemAbout(meeting, charging), "三网格车棚增设十个充电插座，派出所配合开展安全宣传。", "消除飞线充电隐患。",
            new GivenAction("Property", "增设十个充电插座", Cast.Day(10), Zhangmiao.Grid(3)), new GivenAction("Partner", "充电安全入户宣传", Cast.Day(14)));
        await staff.Defer(meeting, await staff.ItemAbout(meeting, lift), "一楼住户的顾虑尚未听清，待走访后再议。");
        await staff.ConcludeWithMinutes(meeting, Minutes);
        await Carry(cast, corner, charging);
        await (await cast[15]).Comment(lift, "一楼怕挡光和噪音，能不能先请他们看看邻近小区装好的样子？");
        await (await cast[14]).Comment(noise, "能不能把时间提前到七点，或者换到靠马路那一侧？");
    }

    private const string Minutes = """
        应到六人，实到五人，党总支、业委会、物业、居民代表均到会，符合议事规则。
        一、高压线下空地：同意改造为生境花园，五票赞成。
        二、电动车充电：同意三网格车棚增设十个充电插座，五票赞成。
        三、14号楼加装电梯：一楼住户的顾虑尚未听清，暂缓，由召集人走访后再议。
        """;

    private static async Task<Guid> Triaged(Cast cast, Story story)
    {
        var (receipt, staff) = (await (await cast[story.Author]).Report(story.Tale), await cast.Staff);
        await staff.Accept(receipt.Id);
        await staff.Triage(receipt.Id, "Hard", "涉及多方，需小区共商");
        if (story == EverydayLife.DeadCorner) cast.DeadCorner = receipt.Number;
        return receipt.Id;
    }

    private static async Task Vote(Cast cast, Guid meeting, Guid issue, string question)
    {
        var staff = await cast.Staff;
        var vote = await staff.OpenVote(meeting, await staff.ItemAbout(meeting, issue), question);
        foreach (var number in (int[])[7, 8, 9]) await (await cast[number]).Vote(meeting, vote, "For");
        foreach (var number in (int[])[4, 13]) await staff.Vote(meeting, vote, "For", Zhangmiao.Person(number));
        await staff.CloseVote(meeting, vote);
    }

    // The garden is matched and its first working day takes sign-ups; the charging points are done and wait for their author's word.
    private static async Task Carry(Cast cast, Guid corner, Guid charging)
    {
        var (staff, gardener, property) = (await cast.Staff, await cast[Cast.Gardener], await cast[Cast.Property]);
        var garden = (await staff.NeedFor(corner)).GetProperty("id").GetGuid();
        await staff.Specify(garden, "greening", 1, Cast.Day(60));
        await staff.Match(garden, cast.Resources["四叶草堂"]);

        var activity = (await staff.DraftFor(corner)).GetProperty("id").GetGuid();
        await staff.Arrange(activity, "生境花园首次集体养护", "浇水、除草、堆肥，工具和手套现场提供。", "12号楼北侧花园", Cast.At(6, 9), Cast.At(6, 12), 14, cast.GardenLovers);
        await gardener.OpenActivity(activity);
        foreach (var number in (int[])[1, 14, 15, 16, 17]) await (await cast[number]).SignUp(activity);

        var talk = (await staff.NeedFor(charging)).GetProperty("id").GetGuid();
        await staff.Specify(talk, "safety", 1, Cast.Day(14));
        await staff.Match(talk, cast.Resources["张庙派出所"]);
        await staff.RecordService(talk, Cast.Day(0), 62, "入户宣传六十二户，发放充电安全告知书。");
        await staff.Confirm(talk);
        await staff.Reaches(charging, "InAction");
        await property.DoActions(charging, "Property", "十个插座已通电，带自动断电");
        await staff.Reaches(charging, "Verifying");
        await (await cast.Verifier).Verify(charging, true, "现场试充，正常");
        await (await cast[EverydayLife.Charging.Author]).Rate(charging, 5, "再也不用拉线了，安心。");
    }
}
