using Platform.Kernel.Data;
using Platform.Kernel.Personal;

namespace Platform.Meetings.Domain;

/// <summary>
/// An owner 业主 as a vote counts them: one person or the joint owners 共有人 of a unit, who have one ballot between them, with all units that they
/// hold. Names and phones are for those who keep the register; the account of whom they named votes for them online.
/// </summary>
public sealed class Owner : TenantRow
{
    private readonly List<OwnedUnit> _units = [];

    private Owner() { }

    public Owner(IReadOnlyList<string> names, StoredPhone? phone, string? phoneMasked, IEnumerable<OwnedUnit> units)
    {
        (Names, Phone, PhoneHash, PhoneMasked) = (string.Join('、', names), phone?.Encrypted, phone?.Hash, phoneMasked);
        _units.AddRange(units);
        (Area, Place) = (_units.Sum(x => x.Area), _units[0].Label);
    }

    public Guid RegisterId { get; private init; }

    /// <summary>张三、李四; empty once the person's data was erased.</summary>
    public string Names { get; private set; } = "";

    /// <summary>Encrypted.</summary>
    public string? Phone { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    /// <summary>138****1234</summary>
    public string? PhoneMasked { get; private set; }

    /// <summary>The account that votes for them online; null where nobody is known.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The sum of the units' floor area, in hundredths of a square metre.</summary>
    public long Area { get; private init; }

    /// <summary>The first unit's label: what lists are ordered by.</summary>
    public string Place { get; private init; } = "";

    public IReadOnlyList<OwnedUnit> Units => _units;

    /// <summary>张**: for those who may know that there was a ballot, and not whose.</summary>
    public string MaskedNames => Names.Length == 0 ? "" : string.Join('、', Names.Split('、').Select(x => x.Length > 0 ? MaskedName.Of(x) : x));

    public void Link(Guid? personId) => PersonId = personId;

    /// <summary>The person's data was erased. That there is an owner of these units stays: they count.</summary>
    public void Forget() => (Names, Phone, PhoneHash, PhoneMasked, PersonId) = ("", null, null, null, null);

    // The same names in one of the same units, or the same phone.
    internal bool IsSameAs(Owner other) =>
        PhoneHash is { } hash && other.PhoneHash is { } theirs ? hash.AsSpan().SequenceEqual(theirs) && Names == other.Names
            : Names == other.Names && _units.Exists(x => other.Units.Any(o => o.Label == x.Label));
}

/// <summary>A unit 专有部分: what stands in the real estate register as one.</summary>
public sealed class OwnedUnit : TenantRow
{
    private OwnedUnit() { }

    public OwnedUnit(Guid registerId, string building, string entrance, string room, long area) =>
        (RegisterId, Building, Entrance, Room, Area, Label) = (registerId, building, entrance, room, area, LabelOf(building, entrance, room));

    public Guid OwnerId { get; private init; }
    public Guid RegisterId { get; private init; }
    public string Building { get; private init; } = "";

    /// <summary>单元; empty where a building has one stairway.</summary>
    public string Entrance { get; private init; } = "";

    public string Room { get; private init; } = "";

    /// <summary>Hundredths of a square metre.</summary>
    public long Area { get; private init; }

    /// <summary>12-1-301: what is printed on paper ballots and typed in from them.</summary>
    public string Label { get; private init; } = "";

    public static string LabelOf(string building, string entrance, string room) => entrance.Length == 0 ? $"{building}-{room}" : $"{building}-{entrance}-{room}";
}
