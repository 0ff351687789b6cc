using System.Text.Json.Serialization;

namespace Platform.Contracts.Directory.V1;

/// <summary>Where an area stands in the tree: 街道 > 居民区 > 网格 > 楼栋.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AreaLevel>))]
public enum AreaLevel { Street, Neighbourhood, Grid, Building }

/// <summary>What a person, or a client that acts like one, may be in an area.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    Resident, BuildingLead, GridOfficer, Convenor, CommitteeStaff, BranchSecretary, OwnersCommittee, PropertyManager,
    StreetOfficer, TenantAdmin, PartnerContact, Operator,
}

/// <summary>A place to meet: 议事厅 of a neighbourhood, 议事亭 of a grid, 议事点 of a building.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VenueKind>))]
public enum VenueKind { Hall, Pavilion, Point }

/// <summary>A street's office joined the platform or changed its settings. SubjectId is the tenant itself.</summary>
public sealed record TenantConfigured : Fact
{
    /// <summary>The short name in addresses: zhangmiao.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it: 张庙街道.</summary>
    public required string Name { get; init; }

    /// <summary>The statistical code that receipt numbers start with: 310113008.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>IANA name of the zone that its dates are in.</summary>
    public required string TimeZone { get; init; }
}

/// <summary>A year of a street's working calendar was put in or put right. SubjectId is that year of that street.</summary>
public sealed record CalendarYearSet : Fact
{
    public required int Year { get; init; }

    /// <summary>The notice that it follows.</summary>
    public required string Source { get; init; }

    /// <summary>放假: statutory holidays and the days moved beside them, weekends among them too.</summary>
    public required IReadOnlyList<DateOnly> DaysOff { get; init; }

    /// <summary>调休上班: Saturdays and Sundays that are worked instead.</summary>
    public required IReadOnlyList<DateOnly> MakeUpDays { get; init; }
}

/// <summary>An area was made, renamed or moved. SubjectId is the area.</summary>
public sealed record AreaChanged : Fact
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required AreaLevel Level { get; init; }

    /// <summary>Null for the street, the root of its tree.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Codes from the root to the area, each with a slash after it: a right in an area covers every path that starts with its own.</summary>
    public required string Path { get; init; }

    public required int Households { get; init; }
}

/// <summary>A venue was opened, moved or closed. SubjectId is the venue.</summary>
public sealed record VenueChanged : Fact
{
    public required Guid AreaId { get; init; }
    public required VenueKind Kind { get; init; }
    public required string Name { get; init; }
    public required int Capacity { get; init; }
    public required bool Open { get; init; }
}

/// <summary>A role began, changed or ended: whoever remembers this person's rights asks again. SubjectId is the membership.</summary>
public sealed record MembershipChanged : Fact
{
    public required Guid PersonId { get; init; }
    public required Role Role { get; init; }
    public required Guid AreaId { get; init; }

    /// <summary>The first day of the term, in the tenant's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the term; null while it is open.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Something about a person changed that others may hold a copy of. SubjectId is the person; ask Directory what.</summary>
public sealed record PersonChanged : Fact
{
    /// <summary>The building where the person lives, where known.</summary>
    public Guid? HomeAreaId { get; init; }
}

/// <summary>A person's data was erased at their request. SubjectId is the person.</summary>
public sealed record PersonErased : Fact;
