using System.Text.Json.Serialization;

namespace Platform.Contracts.Actions.V1;

/// <summary>Whose hands a resolution's action is in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionKind>))]
public enum ActionKind { Committee, Property, OwnersCommittee, Volunteers, Partner, ThirdParty }

/// <summary>One action 行动项 of a resolution: official text, decided in public.</summary>
public sealed record ResolvedAction
{
    public required Guid ActionId { get; init; }
    public required ActionKind Kind { get; init; }
    public required string What { get; init; }

    /// <summary>Where it is to be done.</summary>
    public required Guid AreaId { get; init; }

    /// <summary>The day, in the tenant's zone, by which it is to be done.</summary>
    public required DateOnly DueOn { get; init; }
}

/// <summary>An action was done. Said by the service whose hands it was in; SubjectId is its activity, need or issue.</summary>
public sealed record ActionCompleted : Fact
{
    public required Guid ActionId { get; init; }
    public required ActionKind Kind { get; init; }
    public required Guid ResolutionId { get; init; }
    public Guid? IssueId { get; init; }
}

/// <summary>An action will not be done by those whom it was given to.</summary>
public sealed record ActionDeclined : Fact
{
    public required Guid ActionId { get; init; }
    public required ActionKind Kind { get; init; }
    public required Guid ResolutionId { get; init; }
    public Guid? IssueId { get; init; }

    /// <summary>An official reason: no resident's words.</summary>
    public required string Reason { get; init; }
}
