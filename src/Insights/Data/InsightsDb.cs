using Microsoft.EntityFrameworkCore;
using Platform.Insights.Domain;
using Platform.Kernel.Places;

namespace Platform.Insights.Data;

/// <summary>The database of Insights: the facts, and what was read out of them.</summary>
public sealed class InsightsDb(DbContextOptions<InsightsDb> options) : PlacesDb(options)
{
    public DbSet<StoredFact> Facts => Set<StoredFact>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<Tie> Ties => Set<Tie>();
    public DbSet<IssueRecord> Issues => Set<IssueRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredFact>(x =>
        {
            x.ToTable("facts");
            x.HasKey(f => f.EventId);
            x.Ignore(f => f.Kind).Ignore(f => f.Service);
            x.Property(f => f.Body).HasColumnType("jsonb");
            x.HasIndex(f => new { f.TenantId, f.Type, f.At });
            x.HasIndex(f => new { f.TenantId, f.SubjectId });
        });
        modelBuilder.Entity<Mention>(x => { x.ToTable("mentions"); x.HasKey(m => new { m.TenantId, m.Thing, m.EventId }); });
        modelBuilder.Entity<Tie>(x => { x.ToTable("ties"); x.HasKey(t => new { t.TenantId, t.Of, t.To }); });
        modelBuilder.Entity<IssueRecord>(x =>
        {
            x.ToTable("issue_records");
            x.Property(r => r.State).HasConversion<string>();
            x.Property(r => r.Scale).HasConversion<string>();
            x.Property(r => r.Facts).IsConcurrencyToken();
            x.HasIndex(r => new { r.TenantId, r.ReceiptNumber });
            x.HasIndex(r => new { r.TenantId, r.SubmittedAt });
            x.HasIndex(r => new { r.TenantId, r.MergedIntoId });
        });
        base.OnModelCreating(modelBuilder);
    }
}
