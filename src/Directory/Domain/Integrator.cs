using Platform.Kernel.Data;

namespace Platform.Directory.Domain;

/// <summary>
/// A client 集成方 that acts for a street like a person would: its tokens have its id as `sub`, it holds memberships, its acts are on record.
/// Its secret is kept by the sign-in part.
/// </summary>
public sealed class Integrator : Aggregate
{
    public Integrator(Guid id, string clientId, string name)
    {
        Id = id;
        (ClientId, Name) = (clientId, name);
    }

    private Integrator()
    {
    }

    public string ClientId { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of its Open311 key, which is 192 random bits and so needs no salt; null where it has none.</summary>
    public byte[]? KeyHash { get; private set; }

    /// <summary>Another key takes the place of the one before.</summary>
    public void GetKey(byte[]? hash) => KeyHash = hash;
}
