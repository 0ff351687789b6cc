using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>What stands before anybody reports: bodies with their seats, teams, units with what they offer.</summary>
internal static class Institutions
{
    private static readonly Seat[] Parties =
    [
        Sits(7, "刘建华", "Branch"), Sits(8, "黄伟民", "OwnersCommittee"), Sits(9, "马军", "PropertyManager"),
        Sits(4, "徐玉兰", "Residents"), Sits(13, "朱桂英", "Residents"), Sits(15, "吴秀珍", "Residents"),
    ];

    // 自治小组 that grew here, seven of them.
    private static readonly (string Name, int Leader, int Building)[] Groups =
    [
        ("花友会", 13, 3), ("楼道清风队", 102, 2), ("护苗小队", 115, 15), ("夕阳红议事组", 106, 6), ("巧手编织社", 118, 18), ("和音合唱团", 122, 22), ("车棚自管组", 127, 27),
    ];

    private static readonly (string Name, string Kind, string What, string Category, int Capacity)[] Partners =
    [
        ("红星小学", "School", "学生实践基地：自然课与亲子种植", "children", 12),
        ("张庙派出所", "PoliceStation", "反诈与电动车充电安全宣传", "safety", 24),
        ("社区事务受理服务中心", "ServiceCentre", "医保、社保上门咨询", "health", 20),
        ("四叶草堂", "SocialOrganisation", "社区花园设计与营造", "greening", 3),
        ("邻里法律服务社", "SocialOrganisation", "邻里纠纷调解与法律咨询", "legal", 30),
        ("乐龄助老服务社", "SocialOrganisation", "独居老人探访与助浴", "elderly-care", 40),
        ("泗塘物业服务公司", "PropertyCompany", "小修小补便民日", "repair", 12),
        ("街角理发店", "Company", "每月义剪", "other", 12),
    ];

    public static async Task Found(Cast cast)
    {
        await StreetIsKnown(cast);
        await Bodies(cast);
        await Teams(cast);
        await Campaigns(await cast.Staff);
        foreach (var (name, kind, what, category, capacity) in Partners)
        {
            var staff = await cast.Staff;
            cast.Units[name] = await staff.JoinUnit(name, kind, name == "四叶草堂" ? Zhangmiao.Person(Cast.Contact) : null);
            cast.Resources[name] = await staff.Offer(cast.Units[name], what, category, capacity, Cast.Day(0));
        }
    }

    // What hangs in the stairways: the posters' codes are those that reports of the demonstration carry.
    private static async Task Campaigns(Player staff)
    {
        await staff.Campaign("garden", "花园怎么建，您来说", "高压线下的空地要变成花园，先听大家的。", "Poster", Cast.Day(-14), ("12", "12号楼门厅"), ("hall", "小区议事厅门口"));
        await staff.Campaign("poster", "身边事，一起议", "看见什么、想到什么，扫一扫就能说。", "Poster", Cast.Day(-30), ("8", "8号楼门厅"), ("12", "12号楼门厅"), ("14", "14号楼门厅"), ("27", "27号楼门厅"));
        await staff.Campaign("stand", "固定说事日", "每月7日，议事厅里当面说。", "Stand", Cast.Day(-30), ("hall", "小区议事厅"));
    }

    // The street comes to each service by event: the platform is healthy a moment before all of it has arrived.
    private static async Task StreetIsKnown(Cast cast)
    {
        var (staff, last) = (await cast.Staff, Zhangmiao.Building(31));
        await Until.NoLonger("tenant.unknown", () => cast.Gateway.Public("issues", "form"));
        await Until.Holds("Issues knows the street", async () => (await cast.Gateway.Public("issues", "form")) is var form
            && form.GetProperty("categories").GetArrayLength() > 0
            && form.GetProperty("areas").EnumerateArray().Any(x => x.GetProperty("id").GetGuid() == last));
        foreach (var list in (string[])["meetings/bodies?area", "volunteers/activities?areaId", "partners/needs?areaId"])
            await Until.NoLonger("area.unknown", () => staff.List($"/api/v1/{list}={last}"));
    }

    private static async Task Bodies(Cast cast)
    {
        var secretary = await cast.Secretary;
        cast.RedCouncil = await secretary.Found("RedCouncil", Zhangmiao.Neighbourhood, "泗塘三村红色议事会", Parties);
        await secretary.Found("TalkDay", Zhangmiao.Neighbourhood, "每月7日固定说事日", Parties);
        var admin = await cast[Cast.Admin];
        var great = await admin.Found("GreatPartyCommittee", Zhangmiao.Street, "社区“大党委”联席会",
            [Sits(7, "刘建华", "Branch"), Sits(10, "林晓燕", "Branch"), Sits(12, "高远", "Residents"), Sits(8, "黄伟民", "OwnersCommittee"), Sits(9, "马军", "PropertyManager")]);
        await admin.FormCommittee(great, Cast.Day(0), Cast.Day(3 * 365), "与党总支换届同步");
        await admin.ProposeMember(great, Zhangmiao.Person(Cast.Contact), "高远", "四叶草堂", "DoubleRegistered", "社区花园营造与养护指导，每季度一次自然课。");
        await admin.ProposeMember(great, Zhangmiao.Person(Cast.Property), "马军", "泗塘物业服务公司", "Stationed", "物业服务联席，难题当月回复。");

        // Halls, pavilions and points were founded with their venues: that comes by event, and they only wait for people.
        await Until.Holds("the three pavilions", async () => (await secretary.Bodies(Zhangmiao.Neighbourhood, "GridPavilion")).Count == 3);
        await Until.Holds("the hall", async () => (await secretary.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall")).Count == 1);
        var hall = (await secretary.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall"))[0];
        await secretary.SeatIn(hall.GetProperty("id").GetGuid(), Parties);
        (string Name, int Number)[][] leads =
        [
            [("沈国平", 101), ("顾秀英", 102), ("陆志刚", 103), ("傅玉珍", 108)], [("吕文忠", 113), ("苏惠芳", 114), ("卢金根", 115), ("魏秀兰", 120)],
            [("叶美玲", 122), ("潘家驹", 125), ("戴荣华", 127), ("汪佩芬", 130)],
        ];
        foreach (var pavilion in await secretary.Bodies(Zhangmiao.Neighbourhood, "GridPavilion"))
        {
            var grid = Enumerable.Range(1, 3).Single(x => Zhangmiao.Grid(x) == pavilion.GetProperty("areaId").GetGuid());
            await secretary.SeatIn(pavilion.GetProperty("id").GetGuid(), [Parties[0], .. leads[grid - 1].Select(x => Sits(x.Number, x.Name, "Residents"))]);
        }
    }

    private static async Task Teams(Cast cast)
    {
        var staff = await cast.Staff;
        await staff.FoundTeam("党员先锋", "PartyPioneers", Zhangmiao.Neighbourhood, Zhangmiao.Person(Cast.Lead));
        await staff.FoundTeam("文明新风", "Civility", Zhangmiao.Neighbourhood, Zhangmiao.Person(Cast.Convenor));
        await staff.FoundTeam("退役军人", "Veterans", Zhangmiao.Neighbourhood, Zhangmiao.Person(109), recruiting: false);
        cast.GardenLovers = await staff.FoundTeam("爱绿达人", "GardenLovers", Zhangmiao.Neighbourhood, Zhangmiao.Person(Cast.Gardener));
        foreach (var (name, leader, building) in Groups) await staff.FoundTeam(name, "SelfGovernance", Zhangmiao.Building(building), Zhangmiao.Person(leader));
        foreach (var number in (int[])[1, 14, 15, 16]) await (await cast[number]).Join(cast.GardenLovers);
    }

    private static Seat Sits(int number, string name, string seatClass) => new(Zhangmiao.Person(number), name, seatClass);
}
