using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>Those who lead: one candidate under notice, with an objection, one before the branch, one who has just come forward; a roster; two workshops.</summary>
internal static class Leaders
{
    public static async Task ComeForward(Cast cast)
    {
        var (staff, secretary) = (await cast.Staff, await cast.Secretary);
        var gardener = await staff.Propose(cast.RedCouncil, Zhangmiao.Person(Cast.Gardener), "朱桂英", "带爱绿达人队三年，花园的事邻里都服她。");
        await staff.Visit(gardener, Cast.Day(-3), "刘建华、周明华", "在家。愿意牵头，担心写不好会议记录，已说明有记录员配合。");
        await (await cast[14]).SpeakOf(gardener, "花园这件事就是她一家一家问下来的，我信得过。");
        await staff.Vet(gardener);
        await secretary.Decide(gardener, accept: true, "群众基础好，能听不同意见。", "党总支委员会本月第二次会议：应到五人，实到五人，一致同意。");
        await staff.Publicise(gardener);
        await (await cast[15]).ObjectTo(gardener, "她住三号楼，十四号楼的事她熟不熟？");
        var neighbour = await staff.Propose(cast.RedCouncil, Zhangmiao.Person(16), "郑海", "退休教师，会主持。", "黄伟民");
        await staff.Visit(neighbour, Cast.Day(-1), "赵敏", "电话约好后上门，表示愿意试一期。");
        await staff.Vet(neighbour);
        await (await cast[14]).NominateMyself(cast.RedCouncil, "钱晓明", "我白天在家，愿意跑腿、召集大家说事。");

        await staff.Join(cast.RedCouncil, Zhangmiao.Person(Cast.Owners), "黄伟民", "Recorder", "20号楼", "会议记录、物业合同");
        await staff.Join(cast.RedCouncil, Zhangmiao.Person(Cast.Gardener), "朱桂英", "Deliberator", "3号楼", "园艺、组织活动");
        await Train(cast);
    }

    private static async Task Train(Cast cast)
    {
        var (officer, place) = (await cast[Cast.Officer], "街道党群服务中心");
        var first = await officer.PlanWorkshop(Zhangmiao.Street, "议事骨干增能工作坊（第一期）", "会主持、会记录，遇到争执能把话题带回来。");
        var session = await officer.AddSession(first, Cast.Now.AddDays(1), place, 150, 20);
        await officer.Offer(first);
        foreach (var (number, name) in ((int, string)[])[(Cast.Gardener, "朱桂英"), (Cast.Owners, "黄伟民")]) await (await cast[number]).SignUpFor(first, session, name);
        // It was last week: nobody signs up for what is over, so the day is put right afterwards.
        await officer.MoveSession(first, session, Cast.At(-7, 14), place, 150, 20);
        await officer.Attended(first, session, Zhangmiao.Person(Cast.Gardener), Zhangmiao.Person(Cast.Owners));
        await officer.Held(first);
        await officer.Assess(first, Zhangmiao.Person(Cast.Gardener), before: 3, after: 5);
        await officer.Certify(first, Zhangmiao.Person(Cast.Gardener));

        var second = await officer.PlanWorkshop(Zhangmiao.Street, "议事骨干增能工作坊（第二期）", "难事怎么议：分工、跟进、回访。");
        var next = await officer.AddSession(second, Cast.At(6, 14), place, 150, 20);
        await officer.AddSession(second, Cast.At(13, 14), place, 120, 20);
        await officer.Offer(second);
        await (await cast[Cast.Resident]).SignUpFor(second, next, "王芳");
    }
}
