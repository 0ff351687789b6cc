using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>Another street on the same platform, with matters, a body, a team and a unit of its own: nobody of the first sees any of it.</summary>
internal static class SecondStreet
{
    public static async Task Live(Gateway gateway)
    {
        Task<Player> Of(int number) => Player.SignIn(gateway, Wusong.Phone(number));
        var (resident, staff, secretary, lead, property, owner) = (await Of(1), await Of(2), await Of(4), await Of(6), await Of(7), await Of(8));
        await IsKnown(gateway, staff);

        var council = await secretary.Found("RedCouncil", Wusong.Neighbourhood, "海滨二村议事会",
        [
            new Seat(secretary.Id, "韩梅", "Branch"), new Seat(owner.Id, "施文英", "OwnersCommittee"), new Seat(property.Id, "葛勇", "PropertyManager"),
            new Seat(lead.Id, "龚雪芬", "Residents"), new Seat(resident.Id, "蒋悦", "Residents"),
        ]);
        var team = await staff.FoundTeam("滨江护绿队", "GardenLovers", Wusong.Neighbourhood, lead.Id);
        await resident.Join(team);
        var school = await staff.JoinUnit("滨江小学", "School", areaId: Wusong.Neighbourhood);
        await staff.Offer(school, "放学后的操场与图书角", "children", 10, Cast.Day(0), Wusong.Neighbourhood);

        await resident.Report(Says("2号楼前井盖一踩就响", "夜里有车压过去，整幢楼都听得见。", "facilities", 2));
        await staff.Accept((await lead.Report(Says("1号楼晾衣架锈断了", "两根立柱都锈穿，晒被子时倒过一次。", "safety", 1))).Id);
        var lamp = await Given(await resident.Report(Says("2号楼二楼楼道灯不亮", "晚上上楼摸黑。", "facilities", 2)), "更换楼道灯");
        await Given(await owner.Report(Says("5号楼前地砖松动", "下雨天一踩一脚水。", "facilities", 5)), "重铺五号楼前地砖");
        await property.DoActions(lamp, "Property", "灯具已更换");
        await secretary.Verify(lamp, true, "晚上去看过，亮了");
        await resident.Rate(lamp, 4, "换得很快。");

        var river = await owner.Report(Says("沿河步道夜里没有灯，要不要装、装在哪里", "散步的人想要灯，一楼的住户怕晃眼。", "facilities", 8));
        await staff.Accept(river.Id);
        await staff.Triage(river.Id, "Hard", "涉及沿河各楼，需小区共商");
        await staff.Waits(council, river.Id);
        await staff.Convene(await staff.Plan(council, Cast.At(8, 19), "海滨二村小区议事厅", river.Id));
        await staff.Reaches(river.Id, "InDeliberation");

        async Task<Guid> Given(Receipt receipt, string action)
        {
            await staff.Accept(receipt.Id);
            await staff.Triage(receipt.Id, "Small", "一处一事，物业可直接办理", fastLane: true);
            await staff.Give(receipt.Id, "Property", action, Cast.Day(5));
            return receipt.Id;
        }
    }

    // By event, as in the first street, but this one comes after it.
    private static async Task IsKnown(Gateway gateway, Player staff)
    {
        await Until.NoLonger("tenant.unknown", () => gateway.Public("issues", "form"));
        await Until.Holds("Issues knows the street", async () => (await gateway.Public("issues", "form")).GetProperty("areas").EnumerateArray()
            .Any(x => x.GetProperty("id").GetGuid() == Wusong.Building(8)));
        foreach (var list in (string[])["meetings/bodies?area", "volunteers/activities?areaId", "partners/needs?areaId"])
            await Until.NoLonger("area.unknown", () => staff.List($"/api/v1/{list}={Wusong.Building(8)}"));
    }

    private static Tale Says(string title, string text, string category, int building) => new(title, text, category, Wusong.Building(building));
}
