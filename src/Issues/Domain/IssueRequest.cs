using System.Text.Json.Serialization;
using Platform.Contracts.Directory.V1;
using static Platform.Issues.Domain.IssueStatus;

namespace Platform.Issues.Domain;

/// <summary>What needs a second person: 延期, 回退, 挂账, 恢复办理, 作废.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestKind>))]
public enum RequestKind { Extension, Return, Suspension, Resumption, Voiding }

/// <summary>What a request needs besides its reason.</summary>
public enum RequestNeed { Days, Until, Whose }

/// <summary>What one person asked, until another decides it. What became of it stands in the issue's history, with the words of both.</summary>
public sealed record IssueRequest
{
    public required RequestKind Kind { get; init; }
    public required Guid AskedById { get; init; }
    public Role? AskedByRole { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Words { get; init; }

    /// <summary>Working days more; of an extension.</summary>
    public int? Days { get; init; }

    /// <summary>When it goes on at the latest; of a suspension.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whose it is; of a return.</summary>
    public string? Whose { get; init; }

    /// <summary>Where an issue must be for it. A request that finds its issue elsewhere lapses.</summary>
    public static readonly IReadOnlyDictionary<RequestKind, IssueStatus[]> Possible = new Dictionary<RequestKind, IssueStatus[]>
    {
        [RequestKind.Extension] = [Triaged, InDeliberation, InAction],
        [RequestKind.Return] = [InAction],
        [RequestKind.Suspension] = [Triaged, InDeliberation, InAction],
        [RequestKind.Resumption] = [Suspended],
        [RequestKind.Voiding] = [Submitted, Accepted, Triaged, InDeliberation, InAction, Verifying, AwaitingRating, Suspended],
    };
}
