using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>A new street begins with the template's categories and departments, as its own copies. Reacts to TenantConfigured beside the kernel's copy of the street.</summary>
public sealed class WhenStreetJoined(IssuesDb db) : Reaction<TenantConfigured>(db)
{
    protected override async Task React(TenantConfigured fact, CancellationToken ct)
    {
        await db.GiveFirst(ct);
        await db.GiveFirstDepartments(ct);
    }
}
