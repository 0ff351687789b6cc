using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>What kind of matter it is; each street's own list, in two levels. Its code is for good: issues carry it.</summary>
public sealed class Category : Aggregate
{
    private Category() { }

    internal Category(CategoryEntry told) => (Code, Name, NameEn, ParentCode, Order, IsRetired) =
        (told.Code, told.Name, told.NameEn, told.ParentCode, told.Order ?? 0, told.IsRetired);

    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";

    /// <summary>Null at the upper level.</summary>
    public string? ParentCode { get; private set; }

    /// <summary>Among those of the same parent.</summary>
    public int Order { get; private set; }

    /// <summary>停用: not offered any more, and still the category of what was reported before.</summary>
    public bool IsRetired { get; private set; }

    /// <returns>False where it was so already.</returns>
    internal bool Become(CategoryEntry told)
    {
        if (told with { Order = told.Order ?? Order } == Entry) return false;
        (Name, NameEn, ParentCode, Order, IsRetired) = (told.Name, told.NameEn, told.ParentCode, told.Order ?? Order, told.IsRetired);
        return true;
    }

    internal CategoryEntry Entry => new(Code, Name, NameEn, ParentCode, Order, IsRetired);
}

/// <summary>What is told of a category: at a door, or in a row of a sheet.</summary>
/// <param name="Code">For good.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="NameEn">In English.</param>
/// <param name="ParentCode">Null at the upper level.</param>
/// <param name="Order">Null leaves it where it is; a new one goes to the end.</param>
/// <param name="IsRetired">停用.</param>
public sealed record CategoryEntry(string Code, string Name, string NameEn, string? ParentCode, int? Order, bool IsRetired);
