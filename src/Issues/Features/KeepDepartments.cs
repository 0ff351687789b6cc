using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>The street's own list of departments and units outside: added, renamed, retired, never deleted, since dispatches carry their codes.</summary>
public static class KeepDepartments
{
    public sealed record View(Guid Id, string Code, string Name, string NameEn, bool IsRetired, int Version);

    public sealed record AddRequest
    {
        /// <summary>Small letters, digits and hyphens; for good.</summary>
        [Needed, Text(Limits.CategoryCode)] public required string Code { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string Name { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string NameEn { get; init; }
    }

    public sealed record ChangeRequest
    {
        [Needed, Text(Limits.CategoryName)] public required string Name { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string NameEn { get; init; }
    }

    /// <summary>In the order in which they were added, retired ones too.</summary>
    public static async Task<Ok<IReadOnlyList<View>>> List(IssuesDb db, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<View>>([.. (await db.Departments.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct)).Select(ViewOf)]);

    public static async Task<Created<View>> Add(AddRequest asked, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var code = asked.Code.Trim();
        if (!KeepCategories.IsCode(code)) throw new RefusedException(DispatchRefusals.BadDepartmentCode);
        if (await db.Departments.CountAsync(ct) >= Department.AtMost) throw new RefusedException(DispatchRefusals.TooManyDepartments.With(Department.AtMost));

        var department = new Department(code, asked.Name.Trim(), asked.NameEn.Trim());

        db.Add(department);
        await db.SaveOnce(DispatchRefusals.DepartmentCodeTaken.With(code), ct);
        response.SetVersion(department.Version);
        return TypedResults.Created($"/api/v1/issues/departments/{code}", ViewOf(department));
    }

    public static Task<Ok<View>> Change(string code, ChangeRequest asked, IssuesDb db, HttpResponse response, CancellationToken ct) =>
        db.Changed(code, x => x.Rename(asked.Name.Trim(), asked.NameEn.Trim()), response, ct);

    /// <summary>停用: what was dispatched to it goes on.</summary>
    public static Task<Ok<View>> Retire(string code, IssuesDb db, HttpResponse response, CancellationToken ct) => db.Changed(code, x => x.Retire(), response, ct);

    public static Task<Ok<View>> Restore(string code, IssuesDb db, HttpResponse response, CancellationToken ct) => db.Changed(code, x => x.Restore(), response, ct);

    private static async Task<Ok<View>> Changed(this IssuesDb db, string code, Action<Department> change, HttpResponse response, CancellationToken ct)
    {
        var department = await db.Departments.SingleOrDefaultAsync(x => x.Code == code, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        db.Match(department);

        change(department);

        await db.SaveChangesAsync(ct);
        response.SetVersion(department.Version);
        return TypedResults.Ok(ViewOf(department));
    }

    private static View ViewOf(Department x) => new(x.Id, x.Code, x.Name, x.NameEn, x.IsRetired, x.Version);
}
