using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>What people of an old estate write when somebody asks. All of it is invented.</summary>
internal static class EverydayLife
{
    public static IReadOnlyList<Story> All { get; } =
    [
        new(14, Says("5号楼前晾衣绳拉到了路灯杆上", "有人从二楼拉绳子到路灯杆晒被子，走路要低头，风大的时候很危险。", "safety", 5, "stand-hall"), End.Submitted),
        new(17, Says("能不能在8号楼旁装一个旧衣回收箱", "换季旧衣服多，扔了可惜，建议放一个正规的回收箱，定期清运。", "environment", 8), End.Submitted),
        new(120, Says("20号楼门禁经常打不开", "刷卡三四次才有反应，下雨天老人站在外面淋雨。", "facilities", 20), End.Submitted),
        new(15, Says("14号楼后面流浪狗成群", "傍晚有五六只狗在绿化带里，小孩放学不敢走。希望联系有关部门处理，也提醒养狗的邻居牵绳。", "safety", 14, "poster-14"), End.Accepted),
        new(16, Says("27号楼地下车库入口积水", "一下大雨就倒灌，电动车轮子泡在水里。", "facilities", 27), End.Accepted),
        new(1, Says("请给每户报销装修费", "我家去年装修，希望居委会报销一部分。", "other", 12), End.Declined) { Why = "室内装修属住户自理，不在社区公共事务范围；如有困难可申请帮扶，已电话告知。" },
        new(17, Says("楼上漏水到我家天花板", "楼上住户漏水半年，协商不成。", "neighbours", 8), End.Appealed)
        {
            Why = "属相邻权民事纠纷，建议先由法律服务社调解。", Rating = (2, "我们已经自己协商过三次了，希望居委会出面组织调解。"),
        },
        new(101, Says("1号楼单元门玻璃碎了", "昨天发现碎了一块。", "facilities", 1), End.Withdrawn) { Why = "物业今早已经换好了，谢谢。" },
        new(108, Says("8号楼通道被电瓶车堵住", "楼道口停满电瓶车，轮椅推不出去。", "parking", 8, "poster-8"), End.Triaged)
        {
            Scale = "Major", Why = "涉及第一网格多幢楼的停车秩序，需网格共商",
        },
        new(17, Says("8号楼门口电动车乱停", "和上面邻居说的是同一个地方，早晚高峰最堵。", "parking", 8), End.Merged) { Why = "与已受理议题为同一处" },
        new(106, Says("6号楼楼道灯用声控还是常亮，大家商量一下", "有人嫌声控吵，有人嫌常亮费电。", "facilities", 6), End.Triaged) { Why = "楼内意见不一，由楼栋议事点商量" },
        new(125, Says("25号楼绿化带被踩出一条泥路", "大家抄近道，雨天全是泥。建议干脆铺几块石板。", "greening", 25), End.InAction) { Action = "铺设汀步石板并补种草皮", Why = "一处一事，物业可直接办理", Waits = "石板缺货，供应商答复下周到货" },
        new(118, Says("18号楼水箱盖松动", "风一吹就响，担心水质。", "safety", 18), End.InAction) { Action = "固定水箱盖并清洗水箱", Why = "安全隐患，快速办理" },
        new(111, Says("11号楼对讲机没有声音", "按了门铃楼上听不见，快递和医生都进不来。", "facilities", 11), End.InAction)
        {
            Action = "更换对讲主机", Why = "电话里答应昨天修好，补登记", Due = -1,
        },
        new(116, Says("16号楼后面高压线下能不能种树", "夏天没有阴凉，想种几棵乔木。", "greening", 16), End.Suspended)
        {
            Scale = "Hard", Why = "高压走廊内种树须电力公司同意", Waits = "已去函宝山供电公司征求意见，等书面答复",
        },
        new(15, Says("测试一下能不能提交", "试试看。", "other", 14), End.Voided) { Why = "误操作的测试登记，已与本人电话核实" },
        new(103, Says("3号楼屋顶渗水，六楼天花板发霉", "一到梅雨季就滴水，锅碗瓢盆接着。", "property", 3), End.Verifying)
        {
            Scale = "Major", Why = "维修方案明确，已列入维修资金", Hands = "OwnersCommittee", Action = "动用维修资金修补屋面防水层", Done = "屋面防水层已重做，闭水试验合格",
        },
        new(113, Says("13号楼垃圾厢房异味大", "夏天一开窗就是味道，投放点地面也油腻。", "environment", 13), End.AwaitingRating)
        {
            Action = "增加清运频次，冲洗并消杀地面", Done = "每日清运改为三次，已冲洗消杀",
        },
        new(122, Says("22号楼前路面坑洼", "晚上骑车容易摔。", "facilities", 22), End.Closed) { Action = "修补路面", Done = "已用沥青修补" },
        new(115, Says("儿童滑梯螺丝松了", "15号楼旁小游园滑梯晃得厉害。", "safety", 15), End.Closed) { Action = "紧固并检查全部游乐设施", Rating = (4, "修好了，建议以后定期检查。") },
        new(130, Says("30号楼快递堆在门口", "快递都扔在地上，进门要跨过去。", "property", 30), End.Closed) { Action = "设置快递暂存架", Rating = (3, "架子小了点。") },
    ];

    public static Story DeadCorner { get; } = new(1, Says("高压线下的死角又脏又臭", "12号楼背后高压线下面的空地没人管，堆满建筑垃圾，夏天蚊子多、有异味，大家都绕着走。能不能整治一下，种点花草？", "environment", 12, "poster-12"), End.Triaged);

    public static Story Charging { get; } = new(127, Says("电动车飞线充电太危险", "27号楼好几户从窗口拉线充电，车棚里插座不够用。", "safety", 27, "poster-27"), End.Triaged);

    public static Story Lift { get; } = new(15, Says("14号楼想加装电梯", "五楼以上都是七十多岁的老人，下不了楼。一楼邻居有顾虑，希望居委会牵头一起谈。", "facilities", 14), End.Triaged);

    public static Story Noise { get; } = new(16, Says("晚上广场舞音响太吵", "小广场每晚八点到九点半放音乐，27号楼、28号楼孩子写不了作业。", "neighbours", 27), End.Triaged);

    public static Story Parking { get; } = new(14, Says("夜里没有车位，消防通道停满了车", "晚上九点以后回来根本没地方停，消防通道也停了车。", "parking", 12), End.Triaged);

    private static Tale Says(string title, string text, string category, int building, string? campaign = null) =>
        new(title, text, category, Zhangmiao.Building(building)) { Campaign = campaign };
}
