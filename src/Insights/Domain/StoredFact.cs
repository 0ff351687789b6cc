using Platform.Contracts;
using Platform.Kernel.Data;
using Platform.Kernel.Events;
using Platform.Kernel.Tenancy;

namespace Platform.Insights.Domain;

/// <summary>A fact as it was heard, kept for ever. Everything else in this database can be made again from these rows.</summary>
[AppendOnly]
public sealed class StoredFact : ITenantOwned
{
    private string? _service;

    public required Guid EventId { get; init; }
    public required Guid TenantId { get; init; }

    /// <summary>Full name of the type: Platform.Contracts.Issues.V1.IssueTriaged.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }
    public Guid? ActorId { get; init; }
    public required Guid SubjectId { get; init; }
    public required int Version { get; init; }
    public string? ReceiptNumber { get; init; }

    /// <summary>The whole fact as JSON, envelope included.</summary>
    public required string Body { get; init; }

    /// <summary>IssueTriaged.</summary>
    public string Kind => Type[(Type.LastIndexOf('.') + 1)..];

    /// <summary>Who said it: issues. Actions are done by several services; their subject tells which.</summary>
    public string Service => _service ??= Type.Split('.') is [.., var service, _, _] ? service.ToLowerInvariant() : "";

    /// <summary>The fact itself; null where a newer sayer knows a type that we do not.</summary>
    public IEvent? Fact() => typeof(IEvent).Assembly.GetType(Type) is { } type
        ? (IEvent?)System.Text.Json.JsonSerializer.Deserialize(Body, type, Wire.Json) : null;
}
