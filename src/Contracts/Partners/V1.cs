namespace Platform.Contracts.Partners.V1;

/// <summary>A unit 共建单位 joined. SubjectId is the unit.</summary>
public sealed record UnitJoined : Fact;

/// <summary>A need is on the list 需求清单. SubjectId is the need.</summary>
public sealed record NeedPublished : Fact
{
    public required Guid AreaId { get; init; }
    public required string Category { get; init; }
    public Guid? ActionId { get; init; }
}

/// <summary>A unit offers something 资源清单. SubjectId is the resource.</summary>
public sealed record ResourceOffered : Fact
{
    public required Guid UnitId { get; init; }
    public required string Category { get; init; }
}

/// <summary>A person confirmed that this resource meets this need. SubjectId is the need.</summary>
public sealed record NeedMatched : Fact
{
    public required Guid ResourceId { get; init; }
    public required Guid UnitId { get; init; }
    public Guid? ActionId { get; init; }
}

/// <summary>A service was held and recorded 服务记录. SubjectId is the need.</summary>
public sealed record ServiceDelivered : Fact
{
    public required Guid ServiceId { get; init; }
    public required Guid UnitId { get; init; }
    public required int PeopleServed { get; init; }
    public Guid? ActionId { get; init; }
}
