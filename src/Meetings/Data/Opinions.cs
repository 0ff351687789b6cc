using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>, IEntityTypeConfiguration<OpinionTurn>, IEntityTypeConfiguration<Clarification>,
    IEntityTypeConfiguration<FocusInterview>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("opinions");
        builder.Property(x => x.Text).HasMaxLength(2000);
        builder.Property(x => x.Reason).HasMaxLength(1000);
        // One a person and round, by whichever way it comes.
        builder.HasIndex(x => new { x.RoundId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.PlanId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.PersonId, x.Id });
        builder.HasOne<Plan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Clarifications).WithOne().HasForeignKey(x => x.OpinionId);
        builder.Ignore(x => x.Holds).Ignore(x => x.NeedsDisposition);
    }

    public void Configure(EntityTypeBuilder<OpinionTurn> builder)
    {
        builder.ToTable("opinion_turns").HasIndex(x => new { x.OpinionId, x.Turn }).IsUnique();
        builder.Property(x => x.Text).HasMaxLength(2000);
        builder.HasOne<Opinion>().WithMany().HasForeignKey(x => x.OpinionId);
    }

    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("clarifications").HasIndex(x => new { x.OpinionId, x.Id });
        builder.Property(x => x.Words).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<FocusInterview> builder)
    {
        builder.ToTable("focus_interviews").HasIndex(x => new { x.TenantId, x.PlanId, x.Id });
        builder.HasOne<Plan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionMapping : IEntityTypeConfiguration<DiscussionPoint>, IEntityTypeConfiguration<Moderation>, IEntityTypeConfiguration<DiscussionSummary>
{
    public void Configure(EntityTypeBuilder<DiscussionPoint> builder)
    {
        builder.ToTable("discussion_points");
        builder.Property(x => x.Text).HasMaxLength(1000);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasIndex(x => new { x.TenantId, x.TopicId, x.ReplyTo, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AuthorId, x.At });
    }

    public void Configure(EntityTypeBuilder<Moderation> builder)
    {
        builder.ToTable("discussion_moderations").HasIndex(x => new { x.PointId, x.Id });
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasOne<DiscussionPoint>().WithMany().HasForeignKey(x => x.PointId);
    }

    public void Configure(EntityTypeBuilder<DiscussionSummary> builder)
    {
        builder.ToTable("discussion_summaries");
        builder.Property(x => x.Text).HasMaxLength(4000);
    }
}
