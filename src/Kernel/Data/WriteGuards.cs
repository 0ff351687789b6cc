using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Data;

/// <summary>What happens to rows just before they are written.</summary>
internal static class WriteGuards
{
    /// <summary>New rows get the tenant; a row of another tenant is never written, though somebody smuggled it past the filter.</summary>
    public static void StampAndGuard(this PlatformDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ITenantOwned>().Where(e => e.State is not EntityState.Unchanged and not EntityState.Detached))
        {
            var property = entry.Property(nameof(ITenantOwned.TenantId));
            if (entry.State is EntityState.Added && Equals(property.CurrentValue, Guid.Empty)) property.CurrentValue = db.TenantId;
            if (!Equals(property.CurrentValue, db.TenantId) || !Equals(property.OriginalValue, property.CurrentValue) && entry.State is not EntityState.Added)
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} belongs to another tenant.");
        }
    }

    /// <summary>Every changed aggregate, and each that a fact is said about, is one version further.</summary>
    public static void CountVersions(this PlatformDb db, IReadOnlyCollection<Aggregate> spokenOf)
    {
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
            if (entry.State is EntityState.Added or EntityState.Modified || entry.State is EntityState.Unchanged && spokenOf.Contains(entry.Entity))
            {
                var version = entry.Property(x => x.Version);
                version.CurrentValue = version.OriginalValue + 1;
                if (entry.State is EntityState.Added) version.CurrentValue = 1;
            }
    }
}
