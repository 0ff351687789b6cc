using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Data;

internal sealed class DispatchMapping : IEntityTypeConfiguration<Department>, IEntityTypeConfiguration<IssueDispatch>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(x => x.Code).HasMaxLength(Limits.CategoryCode);
        builder.Property(x => x.Name).HasMaxLength(Limits.CategoryName);
        builder.Property(x => x.NameEn).HasMaxLength(Limits.CategoryName);
        builder.HasIndex(x => new { x.TenantId, x.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IssueDispatch> builder)
    {
        builder.ToTable("issue_dispatches");
        builder.Property(x => x.Department).HasMaxLength(Limits.CategoryCode);
        builder.Property(x => x.DepartmentName).HasMaxLength(Limits.CategoryName);
        builder.Property(x => x.Words).HasMaxLength(Limits.Words);
        builder.Property(x => x.Handling).HasMaxLength(Limits.Words);
        builder.Property(x => x.EndWords).HasMaxLength(Limits.Words);
        builder.Property(x => x.Whose).HasMaxLength(Limits.Whose);
        builder.Ignore(x => x.IsOpen);
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
        // The list's and the numbers': what they filter and count by stands in the index.
        builder.HasIndex(x => new { x.TenantId, x.Id }).IncludeProperties(x => new { x.IssueId, x.Department, x.State, x.DispatchedAt, x.DueAt, x.HandledAt });
        builder.HasIndex(x => new { x.TenantId, x.Department, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.DispatchedAt }).IncludeProperties(x => new { x.IssueId, x.Department, x.State, x.DueAt, x.HandledAt });
    }
}

/// <summary>The street's departments.</summary>
public static class Departments
{
    /// <exception cref="RefusedException">400: none of this street's; 409: nothing is dispatched to it any more.</exception>
    public static async Task<Department> OfferedDepartment(this IssuesDb db, string code, CancellationToken ct)
    {
        var found = await db.Departments.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code, ct) ?? throw new RefusedException(DispatchRefusals.UnknownDepartment);
        return found.IsRetired ? throw new RefusedException(DispatchRefusals.DepartmentRetired.With(found.Name)) : found;
    }
}
