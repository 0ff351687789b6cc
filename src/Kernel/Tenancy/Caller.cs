using Platform.Contracts.Directory.V1;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Tenancy;

/// <summary>Who acts in this unit of work, and by what right. Empty when the platform itself acts.</summary>
public sealed class Caller
{
    private Guid? _id;

    /// <summary>The person or client; null when nobody is behind it.</summary>
    public Guid? Id => _id;

    /// <summary>The person or client.</summary>
    /// <exception cref="RefusedException">Nobody is signed in: 401.</exception>
    public Guid Me => _id ?? throw new RefusedException(KernelRefusals.NotSignedIn);

    /// <summary>What is being done, for the audit log: "POST /api/v1/issues/{id}/accept" or a reaction's name.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The roles held today. Filled by the door that asked for them; empty behind doors for everybody.</summary>
    public IReadOnlyList<MembershipView> Memberships { get; internal set; } = [];

    public void Is(Guid? id, string act) => (_id, Act) = (id, act);

    /// <summary>Whether one of these roles is held in the area or above it.</summary>
    public bool Holds(string areaPath, params ReadOnlySpan<Role> roles)
    {
        foreach (var membership in Memberships)
            if (roles.Contains(membership.Role) && areaPath.StartsWith(membership.AreaPath, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Refuses unless one of these roles is held in the area or above it.</summary>
    /// <exception cref="RefusedException">403 rights.outside-your-area.</exception>
    public void Demand(string areaPath, params ReadOnlySpan<Role> roles)
    {
        if (!Holds(areaPath, roles)) throw new RefusedException(KernelRefusals.OutsideYourArea);
    }

    /// <summary>The paths of the areas where one of these roles is held: what a list may show.</summary>
    public string[] AreasOf(params ReadOnlySpan<Role> roles)
    {
        var paths = new List<string>();
        foreach (var membership in Memberships)
            if (roles.Contains(membership.Role)) paths.Add(membership.AreaPath);
        return [.. paths.Distinct()];
    }
}
