using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;
using Platform.Kernel.Data;

namespace Platform.Issues.Data;

/// <summary>That somebody reported a comment: once a person.</summary>
public sealed class CommentReport : TenantRow
{
    public required Guid CommentId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentReport>, IEntityTypeConfiguration<CommentRules>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments");
        builder.Property(x => x.ReceiptNumber).HasMaxLength(40);
        builder.Property(x => x.Text).HasMaxLength(Limits.Comment);
        builder.Property(x => x.Reason).HasMaxLength(Limits.Words);
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AuthorId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.Id }).HasFilter("reports > 0");
    }

    public void Configure(EntityTypeBuilder<CommentReport> builder)
    {
        builder.ToTable("comment_reports");
        builder.HasIndex(x => new { x.TenantId, x.CommentId, x.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CommentRules> builder)
    {
        builder.ToTable("comment_rules");
        builder.HasIndex(x => x.TenantId).IsUnique();
    }
}
