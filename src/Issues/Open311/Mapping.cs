using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;

namespace Platform.Issues.Open311;

internal sealed class Mapping : IEntityTypeConfiguration<CategoryQuestions>, IEntityTypeConfiguration<PostedRequest>
{
    public void Configure(EntityTypeBuilder<CategoryQuestions> builder)
    {
        builder.ToTable("category_questions");
        builder.HasIndex(x => new { x.TenantId, x.CategoryId }).IsUnique();
        AsJson(builder.Property(x => x.Questions));
    }

    public void Configure(EntityTypeBuilder<PostedRequest> builder)
    {
        builder.ToTable("posted_requests");
        builder.HasIndex(x => new { x.TenantId, x.IssueId }).IsUnique();
        builder.Property(x => x.Address).HasMaxLength(PostLimits.Address);
        builder.Property(x => x.MediaUrl).HasMaxLength(PostLimits.MediaUrl);
        AsJson(builder.Property(x => x.Answers));
    }

    // Read and written as a whole, and never searched.
    private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web), x => JsonSerializer.Deserialize<List<T>>(x, JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyList<T>>(
            (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Web) == JsonSerializer.Serialize(b, JsonSerializerOptions.Web),
            x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal)));
}

/// <summary>How long what is posted may be.</summary>
public static class PostLimits
{
    public const int Name = 50, Email = 100, Address = 300, MediaUrl = 500;
}
