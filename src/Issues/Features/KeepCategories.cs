using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>The street's own list of categories: added, changed, retired and ordered, never deleted, since issues carry their codes.</summary>
public static class KeepCategories
{
    public sealed record View(Guid Id, string Code, string Name, string NameEn, string? ParentCode, int Order, bool IsRetired, int Version);

    public sealed record AddRequest
    {
        /// <summary>Small letters, digits and hyphens; for good.</summary>
        [Needed, Text(Limits.CategoryCode)] public required string Code { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string Name { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string NameEn { get; init; }

        /// <summary>The one it stands under; none at the upper level.</summary>
        public string? ParentCode { get; init; }
    }

    public sealed record ChangeRequest
    {
        [Needed, Text(Limits.CategoryName)] public required string Name { get; init; }
        [Needed, Text(Limits.CategoryName)] public required string NameEn { get; init; }
        public string? ParentCode { get; init; }
    }

    /// <param name="ParentCode">Whose; none for the upper level.</param>
    /// <param name="Codes">All of them, in the order wanted.</param>
    public sealed record ArrangeRequest(string? ParentCode, [property: AtMost(Domain.CategoryList.AtMost)][property: Required] IReadOnlyList<string> Codes);

    /// <summary>In the order in which they are offered, retired ones too.</summary>
    public static async Task<Ok<IReadOnlyList<View>>> List(IssuesDb db, CancellationToken ct)
    {
        var all = await db.Categories.AsNoTracking().ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<View>>([.. all.InOrder().Select(ViewOf)]);
    }

    public static async Task<Created<View>> Add(AddRequest asked, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var code = asked.Code.Trim();
        if (!IsCode(code)) throw new RefusedException(CategoryRefusals.BadCode);
        var list = await db.CategoryList(ct);

        var category = list.Add(new CategoryEntry(code, asked.Name.Trim(), asked.NameEn.Trim(), CodeOrNone(asked.ParentCode), null, false));

        db.Add(category);
        await db.SaveOnce(CategoryRefusals.CodeTaken.With(code), ct);
        response.SetVersion(category.Version);
        return TypedResults.Created($"/api/v1/issues/categories/{code}", ViewOf(category));
    }

    public static Task<Ok<View>> Change(string code, ChangeRequest asked, IssuesDb db, HttpResponse response, CancellationToken ct) => db.Changed(
        code, x => x with { Name = asked.Name.Trim(), NameEn = asked.NameEn.Trim(), ParentCode = CodeOrNone(asked.ParentCode) }, response, ct);

    /// <summary>停用: no longer offered.</summary>
    public static Task<Ok<View>> Retire(string code, IssuesDb db, HttpResponse response, CancellationToken ct) =>
        db.Changed(code, x => x with { IsRetired = true }, response, ct);

    public static Task<Ok<View>> Restore(string code, IssuesDb db, HttpResponse response, CancellationToken ct) =>
        db.Changed(code, x => x with { IsRetired = false }, response, ct);

    public static async Task<NoContent> Arrange(ArrangeRequest asked, IssuesDb db, CancellationToken ct)
    {
        var list = await db.CategoryList(ct);

        list.Arrange(CodeOrNone(asked.ParentCode), asked.Codes);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>noise, noise-night.</summary>
    internal static bool IsCode(string code) =>
        code.Length is > 0 and <= Limits.CategoryCode && code.All(x => char.IsAsciiLetterLower(x) || char.IsAsciiDigit(x) || x is '-') && code[0] is not '-' && code[^1] is not '-';

    internal static string? CodeOrNone(string? code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim();

    private static async Task<Ok<View>> Changed(this IssuesDb db, string code, Func<CategoryEntry, CategoryEntry> change, HttpResponse response, CancellationToken ct)
    {
        var list = await db.CategoryList(ct);
        var category = list.Find(code);
        db.Match(category);

        list.Change(change(category.Entry));

        await db.SaveChangesAsync(ct);
        response.SetVersion(category.Version);
        return TypedResults.Ok(ViewOf(category));
    }

    private static View ViewOf(Category x) => new(x.Id, x.Code, x.Name, x.NameEn, x.ParentCode, x.Order, x.IsRetired, x.Version);
}
