using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>The list goes out as an Excel sheet and comes back: looked at first, row by row, then taken over as a whole or not at all.</summary>
public static class ExchangeCategories
{
    /// <param name="Rows">One for each row of the sheet.</param>
    /// <param name="Untouched">How many of the street's are not in the sheet; they stay as they are.</param>
    public sealed record View(IReadOnlyList<Line> Rows, int Added, int Changed, int Same, int Wrong, int Untouched);

    /// <param name="Row">Its number as Excel shows it.</param>
    /// <param name="Outcome">What it does.</param>
    /// <param name="Code">As it stands there.</param>
    /// <param name="Name">As it stands there.</param>
    /// <param name="Problem">What is wrong with it, as a refusal's code.</param>
    /// <param name="Reason">The same in the reader's language.</param>
    public sealed record Line(int Row, CategoryOutcome Outcome, string Code, string Name, string? Problem, string? Reason);

    public static async Task<FileContentHttpResult> Export(IssuesDb db, CancellationToken ct) => TypedResults.File(
        await CategorySheet.Write((await db.Categories.AsNoTracking().ToListAsync(ct)).InOrder(), ct), Spreadsheets.MediaType, "categories.xlsx");

    /// <summary>Nothing is saved.</summary>
    public static async Task<Ok<View>> Preview(IFormFile file, IssuesDb db, RefusalTexts texts, CancellationToken ct) =>
        TypedResults.Ok(ViewOf(await Taken(file, db, ct), await db.Categories.AsNoTracking().CountAsync(ct), texts));

    public static async Task<Ok<View>> Import(IFormFile file, IssuesDb db, RefusalTexts texts, CancellationToken ct)
    {
        var before = await db.Categories.AsNoTracking().CountAsync(ct);
        var lines = await Taken(file, db, ct);
        var wrong = lines.Count(x => x.Outcome is CategoryOutcome.Wrong);
        if (wrong > 0) throw new RefusedException(CategoryRefusals.RowsWrong.With(wrong));

        db.AddRange(lines.Select(x => x.Added).OfType<Category>());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ViewOf(lines, before, texts));
    }

    private static async Task<IReadOnlyList<CategoryLine>> Taken(IFormFile file, IssuesDb db, CancellationToken ct)
    {
        var rows = await CategorySheet.Read(file, ct);
        return (await db.CategoryList(ct)).Take(rows);
    }

    private static View ViewOf(IReadOnlyList<CategoryLine> lines, int before, RefusalTexts texts)
    {
        int Count(CategoryOutcome outcome) => lines.Count(x => x.Outcome == outcome);
        return new View(
            [.. lines.Select(x => new Line(x.Row.Number, x.Outcome, x.Row.Entry.Code, x.Row.Entry.Name, x.Problem?.Code, x.Problem is { } no ? texts.Of(no) : null))],
            Count(CategoryOutcome.Added), Count(CategoryOutcome.Changed), Count(CategoryOutcome.Same), Count(CategoryOutcome.Wrong),
            before - Count(CategoryOutcome.Changed) - Count(CategoryOutcome.Same));
    }
}
