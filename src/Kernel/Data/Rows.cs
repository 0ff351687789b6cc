using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Data;

/// <summary>A fact that is on its way out. Deleted once the broker has confirmed it.</summary>
public sealed class OutboxRow : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }

    /// <summary>Null: published to whoever listens. Otherwise the one queue that takes up a fact which it parked.</summary>
    public string? Queue { get; init; }

    /// <summary>W3C trace context of the change, so that one trace runs from the click to the last reaction.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>That a reaction has had its effect for a fact. Committed with the effect, kept 30 days.</summary>
public sealed class InboxRow : ITenantOwned
{
    public required Guid EventId { get; init; }
    public required string Reaction { get; init; }
    public required Guid TenantId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A fact that came before what it refers to: taken up again when that arrives.</summary>
public sealed class ParkedFact : ITenantOwned
{
    public required Guid EventId { get; init; }
    public required string Reaction { get; init; }
    public required Guid TenantId { get; init; }
    public required Guid WaitsFor { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }

    /// <summary>W3C trace context under which it came, so that its trace goes on when it is taken up.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The answer that was given to a client's key: the same request again gets it again, for 24 hours.</summary>
public sealed class IdempotentAnswer : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required Guid ActorId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the key belongs to one request.</summary>
    public required string RequestHash { get; init; }

    public required DateTimeOffset At { get; init; }
    public int Status { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public byte[] Body { get; set; } = [];
}

/// <summary>Who did what, when: append-only, also for the service's own account.</summary>
[AppendOnly]
public sealed class AuditRow : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? ActorId { get; init; }

    /// <summary>The door or reaction: "POST /api/v1/issues/{id}/accept", "WhenResolutionAdopted".</summary>
    public required string Act { get; init; }

    /// <summary>The kind of thing: "Issue"; for reads of personal data what was read: "Person.Phone".</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }
}
