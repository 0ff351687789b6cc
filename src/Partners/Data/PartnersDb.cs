using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Partners.Domain;

namespace Platform.Partners.Data;

/// <summary>The database of Partners: units, resources, needs and the services that were held.</summary>
public sealed class PartnersDb(DbContextOptions<PartnersDb> options) : PlacesDb(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<ServiceRecord> Services => Set<ServiceRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Unit>(x =>
        {
            x.ToTable("units");
            x.Property(u => u.Kind).HasConversion<string>();
        });
        modelBuilder.Entity<Resource>(x =>
        {
            x.ToTable("resources", t => t.HasCheckConstraint("never_promised_twice", "promised >= 0 AND promised <= capacity"));
            x.HasIndex(r => new { r.TenantId, r.Category });
            x.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        });
        modelBuilder.Entity<Need>(x =>
        {
            x.ToTable("needs");
            x.Property(n => n.Status).HasConversion<string>();
            x.Property(n => n.ActionKind).HasConversion<string>();
            x.HasIndex(n => new { n.TenantId, n.Status, n.Id });
            x.HasIndex(n => n.UnitId);
            // One action makes one need, however often its resolution is heard.
            x.HasIndex(n => new { n.TenantId, n.ActionId }).IsUnique();
        });
        modelBuilder.Entity<ServiceRecord>(x =>
        {
            x.ToTable("service_records");
            x.HasIndex(s => s.NeedId);
            x.HasOne<Need>().WithMany().HasForeignKey(s => s.NeedId);
        });
        base.OnModelCreating(modelBuilder);
    }
}
