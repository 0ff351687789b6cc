using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;

namespace Platform.Issues.Data;

internal sealed class CategoryMapping : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.Property(x => x.Code).HasMaxLength(Limits.CategoryCode);
        builder.Property(x => x.ParentCode).HasMaxLength(Limits.CategoryCode);
        builder.Ignore(x => x.Entry);
        builder.HasIndex(x => new { x.TenantId, x.Code }).IsUnique();
    }
}

/// <summary>The street's categories, together.</summary>
public static class Categories
{
    public static async Task<CategoryList> CategoryList(this IssuesDb db, CancellationToken ct) => new(await db.Categories.ToListAsync(ct));

    /// <summary>Category, then those below it, each level in its order.</summary>
    public static IReadOnlyList<Category> InOrder(this IReadOnlyCollection<Category> all) =>
    [
        .. all.Where(x => x.ParentCode is null).OrderBy(x => x.Order).ThenBy(x => x.Code, StringComparer.Ordinal)
            .SelectMany(x => all.Where(y => y.ParentCode == x.Code).OrderBy(y => y.Order).ThenBy(y => y.Code, StringComparer.Ordinal).Prepend(x)),
    ];
}
