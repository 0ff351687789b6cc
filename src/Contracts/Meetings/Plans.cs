namespace Platform.Contracts.Meetings.V1;

/// <summary>A round of consent on a plan's version is announced. SubjectId is the plan.</summary>
public sealed record PlanRoundOpened : Fact
{
    public required Guid BodyId { get; init; }
    public required Guid AreaId { get; init; }
    public required Guid RoundId { get; init; }

    /// <summary>1, 2 … within the plan.</summary>
    public required int Round { get; init; }

    /// <summary>The version that is asked about.</summary>
    public required int PlanVersion { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The first moment after it.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Those without whose consent there is none.</summary>
    public required IReadOnlyList<Guid> StakeholderIds { get; init; }
}

/// <summary>The plan is final. SubjectId is the plan.</summary>
public sealed record PlanFinalised : Fact
{
    public required Guid BodyId { get; init; }
    public required Guid AreaId { get; init; }
    public Guid? IssueId { get; init; }

    /// <summary>The project that it designs.</summary>
    public Guid? ProjectId { get; init; }

    public required int PlanVersion { get; init; }
    public required int Rounds { get; init; }

    /// <summary>By a vote that stood in for consensus.</summary>
    public required bool ByVote { get; init; }
}
