using System.Text.Json.Serialization;
using Platform.Contracts.Directory.V1;

namespace Platform.Contracts.Issues.V1;

/// <summary>How large a matter is, and so who deliberates it: 小事 the building, 大事 the grid, 难事 the neighbourhood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Scale>))]
public enum Scale { Small, Major, Hard }

/// <summary>Its scale was decided, and with it whose deliberation it goes to.</summary>
public sealed record IssueTriaged : Fact
{
    public required Scale Scale { get; init; }

    /// <summary>Where the matter is.</summary>
    public required Guid AreaId { get; init; }

    /// <summary>The building, grid or neighbourhood whose body deliberates it.</summary>
    public required Guid DeliberationAreaId { get; init; }

    public required AreaLevel DeliberationLevel { get; init; }

    /// <summary>True for the fast lane: no deliberation needed.</summary>
    public required bool FastLane { get; init; }

    /// <summary>Which version of the street's rules proposed; null where it was said before there were any.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>It was decided otherwise than the rules proposed.</summary>
    public bool? Differed { get; init; }
}

/// <summary>It was given to a handler, or to another one.</summary>
public sealed record IssueAssigned : Fact
{
    public required Guid HandlerId { get; init; }
}

/// <summary>Its level could not settle it: one level up.</summary>
public sealed record IssueEscalated : Fact
{
    public required Guid AreaId { get; init; }
    public required Guid DeliberationAreaId { get; init; }
    public required AreaLevel DeliberationLevel { get; init; }
}
