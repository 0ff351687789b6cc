namespace Platform.Contracts.Volunteers.V1;

/// <summary>An activity takes sign-ups. SubjectId is the activity.</summary>
public sealed record ActivityOpened : Fact
{
    public required Guid AreaId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required int Capacity { get; init; }

    /// <summary>The resolution's action that it carries out, where there is one.</summary>
    public Guid? ActionId { get; init; }
}

/// <summary>An activity is over and its hours are verified. SubjectId is the activity.</summary>
public sealed record ActivityFinished : Fact
{
    public required Guid AreaId { get; init; }
    public required int People { get; init; }

    /// <summary>All hours credited for it, in minutes.</summary>
    public required int Minutes { get; init; }

    public Guid? ActionId { get; init; }
}

/// <summary>An entry of the hours ledger. SubjectId is the entry.</summary>
public sealed record HoursCredited : Fact
{
    public required Guid PersonId { get; init; }
    public required Guid ActivityId { get; init; }
    public required int Minutes { get; init; }
}
