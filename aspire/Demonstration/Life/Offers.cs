using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>Convenience services, needs that wait, and activities to come that no resolution asked for.</summary>
internal static class Offers
{
    public static async Task Serve(Cast cast)
    {
        var staff = await cast.Staff;
        foreach (var (unit, what, category, people) in new[]
        {
            ("社区事务受理服务中心", "医保政策上门咨询", "health", 38), ("街角理发店", "七十岁以上老人义剪", "other", 25), ("泗塘物业服务公司", "磨刀、修伞便民日", "repair", 51),
        })
        {
            var need = await staff.Need(what, category, 1, Cast.Day(10));
            await staff.Match(need, cast.Resources[unit]);
            await staff.RecordService(need, Cast.Day(0), people, what);
            await staff.Confirm(need);
        }

        await staff.Need("暑期儿童看护场地与老师", "children", 8, Cast.Day(40));
        await staff.Need("独居老人每周探访", "elderly-care", 12, Cast.Day(20));

        var lobby = await staff.Draft("周末楼道清洁", "清理楼道杂物，擦拭扶手。", Zhangmiao.Grid(1));
        await staff.Arrange(lobby, "周末楼道清洁", "清理楼道杂物，擦拭扶手。", "第一网格议事亭集合", Cast.At(5, 8), Cast.At(5, 10), 10);
        await staff.OpenActivity(lobby);
        foreach (var number in (int[])[17, 101, 102]) await (await cast[number]).SignUp(lobby);
        await staff.Draft("小手牵大手：认识一种植物", "红星小学亲子活动，家长陪同。", Zhangmiao.Neighbourhood);
    }
}
