using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class RegisterTests(MeetingsWorld world)
{
    private const string Titles = "楼栋,单元,室号,产权人,专有部分面积,联系手机,业主编号\n";

    [Fact]
    public async Task Import_FromExcel_CountsOwnersOnce_AndWaitsToBeAdopted()
    {
        var phone = OwnersOf.NewPhone();
        var rows = new[]
        {
            Row("12", "1", "301", "张三、李四", 89.35, null, null), // Joint owners are one.
            Row("12", "1", "302", "王五", 60.5, phone, null), Row("13", "", "101", "王五", 40, phone, null), // Two units of one owner.
            Row("14", "", "101", "王伟", 70, null, null), Row("14", "", "102", "王伟", 70, null, null), // The same name alone: two people.
            Row("15", "", "101", "置业公司", 30, null, "C1"), Row("15", "", "102", "置业公司", 30, null, "C1"),
        };
        using var sheet = new MemoryStream();
        await sheet.SaveAsAsync(rows);

        var staged = await Must(world.Upload(sheet.ToArray(), "业主名册.xlsx"));
        Assert.Equal((7, 0), ((int)staged!["rows"]!, staged["wrong"]!.AsArray().Count));
        var view = await world.Get($"/registers/{Id(staged)}");
        Assert.Equal(("Staged", 5, 7, 38985), ((string)view["state"]!, (int)view["owners"]!, (int)view["units"]!, (int)view["area"]!));
        Assert.False((bool)view["inForce"]!);

        await Must(world.Post($"/registers/{Id(staged)}/adopt"));
        Refused(409, "register.not-staged", await world.Post($"/registers/{Id(staged)}/adopt"));
        var owners = (await world.Get($"/registers/{Id(staged)}/owners?unit=13-101"))["items"]!.AsArray();
        var owner = Assert.Single(owners)!;
        Assert.Equal(("王五", 10050), ((string)owner["names"]!, (int)owner["area"]!));
        Assert.DoesNotContain(phone, owner.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal($"+86{phone}", (string)(await world.Get($"/owners/{Id(owner)}/phone"))["phone"]!);
        Assert.True(await world.In(world.Ours, db => db.Audits.AnyAsync(x => x.Subject == "Owner.Phone" && x.SubjectId == Id(owner))));
    }

    [Fact]
    public async Task Import_WithWrongRows_KeepsNothing_AndSaysWhatIsWrongRowByRow()
    {
        var before = await world.In(world.Ours, db => db.OwnerRegisters.CountAsync(x => x.AreaId == world.Building12));

        var staged = await Must(world.Upload($"{Titles}1,,101,甲,60,,\n1,,101,乙,60,,\n,,102,丙,60,,\n1,,103,丁,六十,,\n1,,104,戊,60,12345,\n1,,{new string('9', 30)},己,60,,\n1,,106,、,60,,\n", world.Building12));

        Assert.Null(staged!["id"]);
        var wrong = staged["wrong"]!.AsArray().Select(x => ((int)x!["row"]!, (string)x["code"]!, (string)x["reason"]!)).ToList();
        Assert.Equal([(3, "register.unit-twice"), (4, "register.cell-missing"), (5, "register.bad-area"), (6, "register.bad-phone"), (7, "register.cell-too-long"), (8, "register.cell-missing")], wrong.Select(x => (x.Item1, x.Item2)));
        Assert.Equal("缺少“楼栋”。", wrong[1].Item3);
        Assert.Equal(before, await world.In(world.Ours, db => db.OwnerRegisters.CountAsync(x => x.AreaId == world.Building12)));
    }

    [Fact]
    public async Task Import_OfWhatIsNoRegister_IsRefused()
    {
        Refused(415, "register.not-a-sheet", await world.Upload([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]));
        Refused(415, "register.not-a-sheet", await world.Upload("PK\u0003\u0004 no zip at all"));
        Refused(400, "register.no-columns", await world.Upload("楼栋,室号\n1,101\n"));
        Refused(400, "register.no-rows", await world.Upload(Titles));
        Refused(413, "register.too-large", await world.Upload(new byte[(8 * 1024 * 1024) + 1]));
        Refused(403, "rights.outside-your-area", await world.Upload($"{Titles}1,,101,甲,60,,\n", by: world.Somebody(Role.CommitteeStaff, Guid.CreateVersion7(), "310113008/009/")));
    }

    [Fact]
    public async Task Import_InTheEncodingOfChineseExcel_IsUnderstood()
    {
        var sheet = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes($"{Titles}1,,101,欧阳锋,60,,\n");

        var id = Id(await Must(world.Upload(sheet)));

        Assert.Equal("欧阳锋", (string)(await world.Get($"/registers/{id}/owners"))["items"]![0]!["names"]!);
    }

    [Fact]
    public async Task Template_IsASheetThatCanBeImported()
    {
        using var http = world.As(world.Staff);

        var template = await http.GetByteArrayAsync(new Uri("/api/v1/meetings/registers/template", UriKind.Relative));

        Assert.NotNull((string?)(await Must(world.Upload(template, "owners.xlsx")))!["id"]);
    }

    [Fact]
    public async Task Discard_ForgetsTheOwners()
    {
        var id = Id(await Must(world.Upload($"{Titles}1,,101,甲,60,,\n")));

        await Must(world.Post($"/registers/{id}/discard"));

        Assert.Equal("Discarded", (string)(await world.Get($"/registers/{id}"))["state"]!);
        Assert.False(await world.In(world.Ours, db => db.Owners.AnyAsync(x => x.RegisterId == id)));
    }

    [Fact]
    public async Task Links_ByPhone_AreCarriedIntoTheNextRegister()
    {
        var (phone, person) = (OwnersOf.NewPhone(), world.Somebody(Role.Resident));
        world.Directory.HasPhone(person, $"+86{phone}");
        var (first, owners) = await world.Register([60m, 50m], [phone, ""], world.Building21);

        Assert.Equal(1, (int)(await Must(world.Post($"/registers/{first}/links")))!["count"]!);
        Refused(409, "owner.no-phone", await world.Send(HttpMethod.Put, $"/owners/{owners[1]}/account", new { }));
        Refused(409, "owner.anothers-account", await world.Send(HttpMethod.Put, $"/owners/{owners[1]}/account", new { personId = person }));
        Refused(409, "owner.no-phone", await world.Send(HttpMethod.Get, $"/owners/{owners[1]}/phone"));
        var (second, _) = await world.Register([60m, 55m], [phone, ""], world.Building21);

        var carried = (await world.Get($"/registers/{second}/owners"))["items"]!.AsArray().Select(x => (string?)x!["personId"]);
        Assert.Equal([person.ToString(), null], carried);
        Assert.True((bool)(await world.Get($"/registers?area={world.Building21}"))["items"]![0]!["inForce"]!);
    }

    [Fact]
    public async Task Unlinked_TheAccountNoLongerVotes()
    {
        var (register, owners) = await world.Register([60m]);
        var account = await world.Account(owners[0]);
        var vote = await world.OwnersVote(register);

        Assert.Equal(204, (await world.Send(HttpMethod.Delete, $"/owners/{owners[0]}/account")).Status);

        Refused(409, "vote.not-an-owner", await world.Cast(vote, account, "For"));
    }

    [Fact]
    public async Task ErasedPerson_LeavesTheRegister_AndTheOwnerIsStillCounted()
    {
        var (register, owners) = await world.Register([60m], [OwnersOf.NewPhone()]);
        var account = await world.Account(owners[0]);

        await world.Deliver(world.Fact(new PersonErased(), account));

        var owner = (await world.Get($"/registers/{register}/owners"))["items"]![0]!;
        Assert.Equal(("", null, null, 6000), ((string)owner["names"]!, (string?)owner["phoneMasked"], (string?)owner["personId"], (int)owner["area"]!));
    }

    private static Dictionary<string, object?> Row(string building, string entrance, string room, string owners, double area, string? phone, string? number) => new()
    {
        ["楼栋"] = building, ["单元"] = entrance, ["室号"] = room, ["产权人"] = owners, ["专有部分面积（㎡）"] = area, ["联系手机"] = phone, ["业主编号"] = number,
    };
}
