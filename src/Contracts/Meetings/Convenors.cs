namespace Platform.Contracts.Meetings.V1;

/// <summary>Somebody is convenor 召集人 of a body for a term, the first or another one. SubjectId is the candidacy that led to it.</summary>
public sealed record ConvenorAppointed : Fact
{
    /// <summary>This term; a renewal is another one.</summary>
    public required Guid TermId { get; init; }

    public required Guid PersonId { get; init; }
    public required Guid BodyId { get; init; }
    public required Guid AreaId { get; init; }

    /// <summary>The first day of the term, in the tenant's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the term.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>A term ends before its last day. SubjectId is the candidacy; a term that runs out says nothing.</summary>
public sealed record ConvenorEnded : Fact
{
    public required Guid TermId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid BodyId { get; init; }
    public required Guid AreaId { get; init; }

    /// <summary>The last day that it is in force; before the term's first one it never was.</summary>
    public required DateOnly LastDay { get; init; }
}

/// <summary>Somebody has finished a workshop 增能工作坊 and has its certificate: once a person and workshop. SubjectId is the certificate.</summary>
public sealed record TrainingCompleted : Fact
{
    public required Guid PersonId { get; init; }
    public required Guid WorkshopId { get; init; }
    public required Guid AreaId { get; init; }

    /// <summary>How long the person was there, in minutes.</summary>
    public required int Minutes { get; init; }
}
