using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Domain;

/// <summary>A piece of the street, in a tree: street 街道 > neighbourhood 居民区 > grid 网格 > building 楼栋. Rights follow its path.</summary>
public sealed class Area : Aggregate
{
    /// <summary>The root of a street's tree.</summary>
    public Area(Guid id, Street street)
    {
        Id = id;
        (Code, Name, Level, Path) = (street.DivisionCode, street.Name, AreaLevel.Street, $"{street.DivisionCode}/");
    }

    /// <exception cref="RefusedException">409 area.wrong-level: a building has nothing below it.</exception>
    public Area(Guid id, Area parent, string code, string name)
    {
        if (parent.Level is AreaLevel.Building) throw new RefusedException(DirectoryRefusals.NothingBelowBuildings);
        Id = id;
        (Code, Name, ParentId, Level, Path) = (code, name, parent.Id, parent.Level + 1, $"{parent.Path}{code}/");
    }

    private Area()
    {
    }

    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public AreaLevel Level { get; private init; }
    public Guid? ParentId { get; private init; }

    /// <summary>Codes from the root to here, each with a slash after it. Made of codes that never change, so rights never shift by a renaming.</summary>
    public string Path { get; private init; } = "";

    public int Households { get; private set; }
    public int Residents { get; private set; }
    public int PartyMembers { get; private set; }
    public int? YearBuilt { get; private set; }

    /// <summary>Square metres.</summary>
    public int? Size { get; private set; }

    /// <summary>A GeoJSON polygon in WGS-84.</summary>
    public string? Outline { get; private set; }

    public void Rename(string name) => Name = name;

    public void Count(int households, int residents, int partyMembers) =>
        (Households, Residents, PartyMembers) = (households, residents, partyMembers);

    public void Describe(int? yearBuilt, int? size) => (YearBuilt, Size) = (yearBuilt, size);

    public void Draw(string? outline) => Outline = outline;
}
