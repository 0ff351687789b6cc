using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The rows of a run in the order of the sheet, without the caller's name and phone.</summary>
public static class ListImportRows
{
    /// <param name="Number">Its number as Excel shows it.</param>
    /// <param name="State">What it is.</param>
    /// <param name="ExternalNumber">The order's number, as it stands there.</param>
    /// <param name="Title">Its title, or the first words.</param>
    /// <param name="CategoryName">The category that was found for it; null where none was.</param>
    /// <param name="AreaName">The area that was found for it; null where none was.</param>
    /// <param name="Problems">What is wrong with it.</param>
    /// <param name="IssueId">The issue that it became.</param>
    public sealed record Row(
        int Number, ImportRowState State, string ExternalNumber, string Title, string? CategoryName, string? AreaName, IReadOnlyList<Problem> Problems, Guid? IssueId);

    /// <param name="Code">As a refusal's code.</param>
    /// <param name="Reason">The same in the reader's language.</param>
    public sealed record Problem(string Code, string Reason);

    public static async Task<Ok<Page<Row>>> Handle(
        Guid id, ImportRowState? state, [AsParameters] PageQuery page, IssuesDb db, Caller caller, RefusalTexts texts, CancellationToken ct)
    {
        await db.ImportOf(id, caller, ct);
        var rows = db.ImportRows.AsNoTracking().Where(x => x.RunId == id);
        if (state is { } wanted) rows = rows.Where(x => x.State == wanted);
        if (page.After is not null)
        {
            if (!int.TryParse(Paging.Decode(page.After)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var after)) throw new RefusedException(KernelRefusals.BadCursor);
            rows = rows.Where(x => x.Number > after);
        }

        var found = await rows.OrderBy(x => x.Number).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Number), ct);
        var areas = await db.NamesOf(found.Items.Select(x => x.AreaId).OfType<Guid>(), ct);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(x => x.Code, x => IssueQuestions.IsEnglish ? x.NameEn : x.Name, ct);
        return TypedResults.Ok(new Page<Row>(
            [.. found.Items.Select(x => new Row(
                x.Number, x.State, x.ExternalNumber, x.Title, x.Category is { } code ? categories.GetValueOrDefault(code, code) : null,
                x.AreaId is { } area ? areas[area] : null, [.. x.Problems.Select(p => new Problem(p.Code, texts.Of(p.AsRefusal())))], x.IssueId))],
            found.Next));
    }
}
