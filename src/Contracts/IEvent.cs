namespace Platform.Contracts;

/// <summary>
/// A fact that left its service: what every one of them carries. Immutable once merged: a change of shape is a new version beside it.
/// Carries no names, phones or free text of residents, since facts are kept for ever and people may be erased.
/// </summary>
public interface IEvent
{
    /// <summary>Unique to this fact; the same at every redelivery.</summary>
    Guid EventId { get; }

    /// <summary>The street that the fact belongs to.</summary>
    Guid TenantId { get; }

    /// <summary>When it happened, by the platform's clock, UTC.</summary>
    DateTimeOffset At { get; }

    /// <summary>The person or client who did it; null when the platform itself did (a clock, a reaction without a person behind it).</summary>
    Guid? ActorId { get; }

    /// <summary>The aggregate that it happened to.</summary>
    Guid SubjectId { get; }

    /// <summary>The aggregate's version after the change: a projection ignores a fact whose version it has passed.</summary>
    int Version { get; }

    /// <summary>The receipt number of the issue that it serves, where there is one: 310113008-2026-000123.</summary>
    string? ReceiptNumber { get; }
}

/// <summary>The envelope, written once. The kernel fills it when the fact is said; only the payload is the sayer's business.</summary>
public abstract record Fact : IEvent
{
    /// <inheritdoc/>
    public Guid EventId { get; init; }

    /// <inheritdoc/>
    public Guid TenantId { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public Guid? ActorId { get; init; }

    /// <inheritdoc/>
    public Guid SubjectId { get; init; }

    /// <inheritdoc/>
    public int Version { get; init; }

    /// <inheritdoc/>
    public string? ReceiptNumber { get; init; }
}
