using Platform.Contracts.Directory.V1;

namespace Platform.Directory.Demo;

/// <summary>Somebody invented.</summary>
/// <param name="Number">In the id, and the last digits of the phone.</param>
/// <param name="Account">Null: has none, and signs in by phone.</param>
/// <param name="Name">Display name.</param>
/// <param name="Home">The building's number; null for those who live elsewhere.</param>
/// <param name="Roles">Roles and the areas' numbers.</param>
internal sealed record DemoPerson(int Number, string? Account, string Name, int? Home, params (Role Role, int Area)[] Roles)
{
    /// <summary>A role and where, as `up` prints them.</summary>
    public string What { get; init; } = "";

    public bool PartyMember { get; init; }
}

/// <summary>The people of the demonstration. All are invented.</summary>
internal static class DemoPeople
{
    private static readonly string[] Leads =
    [
        "沈国平", "顾秀英", "陆志刚", "曹美华", "袁德明", "邓丽华", "许长根", "傅玉珍", "沈阿妹", "曾建平", "彭桂兰", "",
        "吕文忠", "苏惠芳", "卢金根", "蒋月英", "蔡永康", "贾素琴", "丁福生", "魏秀兰", "薛志明", "叶美玲", "阎国梁",
        "余彩娣", "潘家驹", "杜引娣", "戴荣华", "夏巧云", "钟阿根", "汪佩芬", "",
    ];

    /// <summary>张庙街道: buildings 1–11 lie in grid 11, 12–21 in grid 12, 22–31 in grid 13.</summary>
    public static IReadOnlyList<DemoPerson> Zhangmiao { get; } =
    [
        new(1, "resident", "王芳", 12, (Role.Resident, 112)) { What = "居民 Resident" },
        new(2, "lead", "陈国强", 12, (Role.Resident, 112), (Role.BuildingLead, 112)) { What = "楼组长 Building lead", PartyMember = true },
        new(3, "grid", "周明华", null, (Role.GridOfficer, 12)) { What = "网格员 Grid officer" },
        new(4, "convenor", "徐玉兰", 5, (Role.Resident, 105), (Role.Convenor, 1)) { What = "召集人 Convenor", PartyMember = true },
        new(5, "staff", "赵敏", null, (Role.CommitteeStaff, 1)) { What = "居委干部（经办） Committee staff" },
        new(6, "verifier", "孙丽", null, (Role.CommitteeStaff, 1)) { What = "居委干部（核查） Committee staff" },
        new(7, "secretary", "刘建华", null, (Role.BranchSecretary, 1), (Role.CommitteeStaff, 1)) { What = "党总支书记 Branch secretary", PartyMember = true },
        new(8, "owners", "黄伟民", 20, (Role.Resident, 120), (Role.OwnersCommittee, 1)) { What = "业委会 Owners' committee" },
        new(9, "property", "马军", null, (Role.PropertyManager, 1)) { What = "物业 Property manager" },
        new(10, "officer", "林晓燕", null, (Role.StreetOfficer, 0)) { What = "街道干部 Street officer", PartyMember = true },
        new(11, "admin", "何静", null, (Role.TenantAdmin, 0)) { What = "街道管理员 Street administrator" },
        new(12, "partner", "高远", null, (Role.PartnerContact, 1)) { What = "共建单位联络员 Partner contact" },
        new(13, "gardener", "朱桂英", 3, (Role.Resident, 103)) { What = "居民（爱绿达人队长） Resident, leads a team" },
        new(14, "neighbour", "钱晓明", 12, (Role.Resident, 112)) { What = "居民 Resident" },
        new(15, "neighbour2", "吴秀珍", 14, (Role.Resident, 114)) { What = "居民 Resident" },
        new(16, null, "郑海", 27, (Role.Resident, 127)),
        new(17, null, "冯娟", 8, (Role.Resident, 108)),
        new(18, null, "胡勤", null, (Role.GridOfficer, 11)),
        new(19, null, "罗静怡", null, (Role.GridOfficer, 13)),
        // Buildings 12 (see above) and 31 have no lead of this list: 31's is vacant, which is an alarm.
        .. Leads.Select((name, i) => (name, building: i + 1)).Where(x => x.name.Length > 0).Select(x =>
            new DemoPerson(100 + x.building, null, x.name, x.building, (Role.Resident, 100 + x.building), (Role.BuildingLead, 100 + x.building))
            {
                PartyMember = x.building % 3 == 0,
            }),
    ];

    /// <summary>吴淞街道.</summary>
    public static IReadOnlyList<DemoPerson> Wusong { get; } =
    [
        new(1, "wusong-resident", "蒋悦", 2, (Role.Resident, 102)) { What = "居民 Resident" },
        new(2, "wusong-staff", "唐蕾", null, (Role.CommitteeStaff, 1)) { What = "居委干部 Committee staff" },
        new(3, "wusong-admin", "彭涛", null, (Role.TenantAdmin, 0)) { What = "街道管理员 Street administrator" },
        new(4, "wusong-secretary", "韩梅", null, (Role.BranchSecretary, 1)) { What = "党总支书记 Branch secretary", PartyMember = true },
        new(5, null, "石磊", null, (Role.GridOfficer, 11)),
        new(6, null, "龚雪芬", 1, (Role.Resident, 101), (Role.BuildingLead, 101)),
        new(7, null, "葛勇", null, (Role.PropertyManager, 1)),
        new(8, null, "施文英", 5, (Role.Resident, 105), (Role.OwnersCommittee, 1)),
    ];
}
