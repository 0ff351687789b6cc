using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;

namespace Platform.Issues.Data;

/// <summary>What stays inside: notes, and mediations. What is encrypted has no length that would mean anything.</summary>
internal sealed class InsideMapping : IEntityTypeConfiguration<InternalNote>, IEntityTypeConfiguration<Mediation>, IEntityTypeConfiguration<MediationSession>
{
    public void Configure(EntityTypeBuilder<InternalNote> builder)
    {
        builder.ToTable("internal_notes");
        builder.Property(x => x.Text).HasMaxLength(Limits.Words);
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.Id });
    }

    public void Configure(EntityTypeBuilder<Mediation> builder)
    {
        builder.ToTable("mediations");
        builder.Ignore(x => x.IsOpen);
        builder.HasMany(x => x.Sessions).WithOne().HasForeignKey(x => x.MediationId);
        builder.Navigation(x => x.Sessions).AutoInclude();
        // One that is open, of an issue: of two who open one at once, one is refused.
        builder.HasIndex(x => new { x.TenantId, x.IssueId }).IsUnique().HasFilter("state IN ('Opened', 'Mediating')").HasDatabaseName("ix_mediations_open");
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.OpenedAt });
        builder.HasIndex(x => new { x.TenantId, x.EndedAt }).HasFilter("ended_at IS NOT NULL").IncludeProperties(x => new { x.State, x.AreaId, x.IssueId });
    }

    public void Configure(EntityTypeBuilder<MediationSession> builder)
    {
        builder.ToTable("mediation_sessions");
        builder.HasIndex(x => new { x.TenantId, x.MediationId });
    }
}
