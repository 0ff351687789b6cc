using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Data;

/// <summary>A row of one tenant that is not an aggregate: a vote, a line of a ledger, a photo's record.</summary>
public abstract class TenantRow : ITenantOwned
{
    public Guid Id { get; protected init; } = Guid.CreateVersion7();
    public Guid TenantId { get; private init; }
}

/// <summary>
/// What changes as one and is spoken of in facts. Its version grows with every change: it is the ETag, the guard against stale writes,
/// and what projections order facts by.
/// </summary>
public abstract class Aggregate : TenantRow
{
    public int Version { get; private init; }
}

/// <summary>An aggregate that serves an issue: its facts carry the receipt number.</summary>
public interface IHasReceipt
{
    /// <summary>310113008-2026-000123; null where no issue is behind it.</summary>
    string? ReceiptNumber { get; }
}
