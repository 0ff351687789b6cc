using Microsoft.EntityFrameworkCore;

namespace Platform.Kernel.Data;

internal static class KernelMapping
{
    /// <summary>The kernel's own tables, the same in every service's database.</summary>
    public static void MapKernel(this ModelBuilder model)
    {
        model.Entity<OutboxRow>(x => { x.ToTable("outbox"); x.Property(r => r.Body).HasColumnType("text"); });
        model.Entity<InboxRow>(x => { x.ToTable("inbox"); x.HasKey(r => new { r.EventId, r.Reaction }); x.HasIndex(r => r.At); });
        model.Entity<ParkedFact>(x =>
        {
            x.ToTable("parked_facts");
            x.HasKey(r => new { r.EventId, r.Reaction });
            x.HasIndex(r => r.WaitsFor);
        });
        model.Entity<IdempotentAnswer>(x =>
        {
            x.ToTable("idempotent_answers");
            x.HasKey(r => new { r.TenantId, r.ActorId, r.Key });
            x.Property(r => r.Key).HasMaxLength(100);
            x.HasIndex(r => r.At);
        });
        model.Entity<AuditRow>(x => { x.ToTable("audit_log"); x.HasIndex(r => new { r.TenantId, r.SubjectId }); });

        foreach (var type in model.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Aggregate)) && t.BaseType is null))
            type.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
        foreach (var type in model.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(TenantRow)) && t.BaseType is null))
        {
            type.FindProperty(nameof(TenantRow.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (!type.GetIndexes().Any(i => i.Properties[0].Name == nameof(TenantRow.TenantId)))
                type.AddIndex([type.FindProperty(nameof(TenantRow.TenantId))!, type.FindProperty(nameof(TenantRow.Id))!]);
        }
    }
}
