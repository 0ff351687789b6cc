using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Data;
using Platform.Issues.Domain;

namespace Platform.Issues.Open311;

internal sealed class Mapping : IEntityTypeConfiguration<CategoryQuestions>, IEntityTypeConfiguration<PostedRequest>
{
    public void Configure(EntityTypeBuilder<CategoryQuestions> builder)
    {
        builder.ToTable("category_questions");
        builder.HasIndex(x => new { x.TenantId, x.CategoryId }).IsUnique();
        builder.Property(x => x.Questions).AsJson();
    }

    public void Configure(EntityTypeBuilder<PostedRequest> builder)
    {
        builder.ToTable("posted_requests");
        builder.HasIndex(x => new { x.TenantId, x.IssueId }).IsUnique();
        builder.Property(x => x.Address).HasMaxLength(PostLimits.Address);
        builder.Property(x => x.MediaUrl).HasMaxLength(PostLimits.MediaUrl);
        builder.Property(x => x.Answers).AsJson();
    }
}

/// <summary>How long what is posted may be.</summary>
public static class PostLimits
{
    public const int Name = 50, Email = 100, Address = 300, MediaUrl = 500;
}
