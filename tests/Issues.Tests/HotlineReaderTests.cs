using Platform.Contracts.Directory.V1;
using Platform.Issues.Domain;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Issues.Tests;

/// <summary>How rows are read, without a service.</summary>
public sealed class HotlineReaderTests
{
    private static readonly Guid Street = Guid.CreateVersion7(), Third = Guid.CreateVersion7(), Fourth = Guid.CreateVersion7(), Grid = Guid.CreateVersion7();
    private static readonly HotlinePlaces Places = new(
    [
        Area(Street, null, AreaLevel.Street, "310113008/", "张庙街道"), Area(Third, Street, AreaLevel.Neighbourhood, "310113008/005/", "泗塘三村"),
        Area(Fourth, Street, AreaLevel.Neighbourhood, "310113008/006/", "泗塘四村"), Area(Grid, Third, AreaLevel.Grid, "310113008/005/g1/", "第一网格"),
        Area(Guid.CreateVersion7(), Grid, AreaLevel.Building, "310113008/005/g1/2/", "2号楼"), Area(Guid.CreateVersion7(), Grid, AreaLevel.Building, "310113008/005/g1/12/", "12号楼"),
        Area(Guid.CreateVersion7(), Fourth, AreaLevel.Building, "310113008/006/12/", "12号楼"),
    ]);

    [Theory]
    [InlineData("310113008/005/g1/12/", "", "", "", "310113008/005/g1/12/"), InlineData("310113008/006", "", "", "", "310113008/006/")]
    [InlineData("泗塘三村/12号楼", "", "", "", "310113008/005/g1/12/"), InlineData("张庙街道 > 泗塘三村 > 第一网格", "", "", "", "310113008/005/g1/")]
    [InlineData("", "泗塘四村", "12", "", "310113008/006/12/"), InlineData("", "泗塘四村", "12号", "别处", "310113008/006/12/"), InlineData("", "泗塘三村", "", "", "310113008/005/")]
    [InlineData("", "", "", "上海市宝山区泗塘三村12号楼301室", "310113008/005/g1/12/"), InlineData("", "", "", "泗塘三村2号301室", "310113008/005/g1/2/")]
    [InlineData("", "", "", "泗塘四村小区门口", "310113008/006/"), InlineData("", "", "", "泗塘三村 12号楼", "310113008/005/g1/12/")]
    public void Place_IsFound_ByCodeNameOrAddress(string area, string community, string building, string address, string path)
    {
        var (found, wrong) = Places.Find(area, community, building, address);
        Assert.Null(wrong);
        Assert.Equal(path, found!.Path);
    }

    [Theory]
    [InlineData("", "", "12号楼", "", "import.ambiguous-place"), InlineData("", "泗塘五村", "12号楼", "", "import.unknown-place"), InlineData("", "", "", "长江西路 1 弄", "import.unknown-place")]
    [InlineData("", "泗塘四村", "2号楼", "", "import.unknown-place"), InlineData("", "", "", "", "import.place-missing"), InlineData(" / ", "", "", "", "import.unknown-place")]
    public void Place_IsNotGuessed(string area, string community, string building, string address, string code) =>
        Assert.Equal(code, Places.Find(area, community, building, address).Wrong!.Code);

    [Theory]
    [InlineData("2026-11-20"), InlineData("2026-11-20 14:05"), InlineData("2026/11/20 8:05:09"), InlineData("2026年11月20日 14:05"), InlineData("2026.11.20"), InlineData("20261120"), InlineData("20261120140511")]
    [InlineData("46346"), InlineData("46346.5868"), InlineData("2026-11-20T14:05:11"), InlineData("2026-11-19T23:00:00Z")]
    public void Day_IsRead_AsExportsWriteIt(string typed) => Assert.Equal(new DateOnly(2026, 11, 20), HotlineDays.Of(typed, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));

    [Theory]
    [InlineData("昨天"), InlineData("2026-13-01"), InlineData("1"), InlineData("11/20"), InlineData("2026T"), InlineData("1e5")]
    public void Day_IsNotGuessed(string typed) => Assert.Null(HotlineDays.Of(typed, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("noise", "noise"), InlineData("噪音扰民", "noise"), InlineData("Noise", "noise"), InlineData("噪音扰民/其他", "noise-other"), InlineData("噪音扰民 - 其他", "noise-other"), InlineData("waste-other", "waste-other")]
    public void Category_IsFound_ByCodeOrName(string typed, string code) => Assert.Equal(code, Read(typed).Order!.Category);

    [Theory]
    [InlineData("其他", "import.ambiguous-category"), InlineData("别的", "import.unknown-category"), InlineData("旧的", "category.retired"), InlineData("", "sheet.cell-missing")]
    public void Category_IsNotGuessed(string typed, string code) => Assert.Equal(code, Assert.Single(Read(typed).Wrong).Code);

    [Fact]
    public void ATitle_ThatIsTooLong_IsCut_AndStandsWholeAboveTheWords()
    {
        var order = Read("noise", new string('长', 100)).Order!;
        Assert.Equal(($"{new string('长', 79)}…", $"{new string('长', 100)}\n夜里很吵"), (order.Title, order.Content));
    }

    private static (HotlineOrder? Order, IReadOnlyList<Refusal> Wrong) Read(string category, string title = "夜里施工")
    {
        var list = new CategoryList([]);
        Category[] all =
        [
            list.Add(new("noise", "噪音扰民", "Noise", null, null, false)), list.Add(new("waste", "环境卫生", "Waste", null, null, false)), list.Add(new("noise-other", "其他", "Other", "noise", null, false)),
            list.Add(new("waste-other", "其他", "Other", "waste", null, false)), list.Add(new("old", "旧的", "Old", null, null, true)),
        ];
        return new HotlineReader(all, Places, TimeZoneInfo.Utc, new DateOnly(2026, 11, 22), ["310113008/"])
            .Read(new(["1", "2026-11-20", category, title, "夜里很吵", "310113008/006/", "", "", "", "", "", "", ""]));
    }

    private static AreaCopy Area(Guid id, Guid? parent, AreaLevel level, string path, string name) =>
        new() { Id = id, TenantId = Guid.Empty, Code = path, Name = name, Level = level, ParentId = parent, Path = path, Version = 1 };
}
