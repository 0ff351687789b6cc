namespace Platform.Kernel.Tenancy;

/// <summary>A row that belongs to one street: filtered on read, stamped and guarded on write, locked by the database.</summary>
public interface ITenantOwned
{
    /// <summary>The street. Stamped by <see cref="Data.PlatformDb"/> when the row is first saved.</summary>
    Guid TenantId { get; }
}

/// <summary>
/// Who this unit of work is for. Entered once, at a door: a token's claim, an event's TenantId, or the street named in a public address.
/// No door, no tenant, no query: an exception, never "all rows".
/// </summary>
public sealed class Tenant
{
    private Guid? _id;

    /// <exception cref="InvalidOperationException">No door was passed.</exception>
    public Guid Id => _id ?? throw new InvalidOperationException("No tenant: this code runs outside a tenant's door.");

    public bool IsEntered => _id is not null;

    /// <exception cref="InvalidOperationException">Another tenant was entered before.</exception>
    public void Enter(Guid id)
    {
        if (id == Guid.Empty) throw new InvalidOperationException("An empty id names no tenant.");
        _id = _id is null || _id == id ? id : throw new InvalidOperationException("A unit of work serves one tenant.");
    }
}
