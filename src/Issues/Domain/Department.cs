using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>A department of the street, or a unit outside, that issues are dispatched to; each street's own list. Its code is for good: dispatches carry it.</summary>
public sealed class Department : Aggregate
{
    public const int AtMost = 200;

    private Department() { }

    public Department(string code, string name, string nameEn) => (Code, Name, NameEn) = (code, name, nameEn);

    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";

    /// <summary>停用: nothing is dispatched to it any more; what was, goes on.</summary>
    public bool IsRetired { get; private set; }

    public void Rename(string name, string nameEn) => (Name, NameEn) = (name, nameEn);

    public void Retire() => IsRetired = true;

    public void Restore() => IsRetired = false;
}

/// <summary>What a street begins with; a copy, which is its own from then on.</summary>
public static class FirstDepartments
{
    private const string Table = """
        urban-management 城管中队 Urban management squad
        housing 房管办 Housing office
        market 市场监管所 Market supervision office
        police 派出所 Police station
        justice 司法所 Justice office
        operations 城运中心 Urban operations centre
        health 社区卫生服务中心 Community health centre
        greening 绿化市容所 Greening and cityscape office
        emergency 应急办（平安办） Emergency and public safety office
        fire 消防救援站 Fire and rescue station
        power 供电所 Power supply station
        water 水务所 Water office
        """;

    public static IEnumerable<Department> All => Table.Split('\n', StringSplitOptions.TrimEntries).Select(x => x.Split(' ', 3)).Select(x => new Department(x[0], x[1], x[2]));
}
