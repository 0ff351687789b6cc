using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>What a street asks for in each category, beside the words of a report: Open311's attributes.</summary>
public static class KeepQuestions
{
    public sealed record View(Guid CategoryId, string Code, string Name, IReadOnlyList<Question> Questions, int Version);

    public sealed record Request([property: AtMost(CategoryQuestions.AtMost)] IReadOnlyList<Asked>? Questions);

    /// <param name="Code">What clients send the answer under.</param>
    /// <param name="Description">The question itself.</param>
    /// <param name="Hint">How to answer it.</param>
    public sealed record Asked(
        [property: Needed][property: RegularExpression("^[A-Za-z0-9_-]{1,40}$")] string? Code, AnswerType Type, bool Required, bool? ExpectsAnswer,
        [property: Needed][property: Text(500)] string? Description, [property: Text(500)] string? DescriptionEn, [property: Text(200)] string? Hint,
        [property: AtMost(CategoryQuestions.ChoicesAtMost)] IReadOnlyList<Choice>? Choices);

    public sealed record Choice([property: Needed][property: Text(40)] string? Key, [property: Needed][property: Text(100)] string? Name);

    public static async Task<Ok<List<View>>> List(IssuesDb db, CancellationToken ct)
    {
        var (categories, asked) = (await db.Categories.AsNoTracking().ToListAsync(ct), await db.CategoryQuestions.AsNoTracking().ToDictionaryAsync(x => x.CategoryId, ct));
        return TypedResults.Ok(categories.InOrder().Select(x => ViewOf(x, asked.GetValueOrDefault(x.Id))).ToList());
    }

    public static async Task<Ok<View>> Put(Guid id, Request request, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var category = await db.Categories.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        var kept = await db.CategoryQuestions.SingleOrDefaultAsync(x => x.CategoryId == id, ct);
        if (kept is null) db.Add(kept = new CategoryQuestions(id));
        // Version 0 is that of a category for which nothing was ever asked.
        db.Match(kept);
        kept.Ask(Checked(request.Questions ?? []));
        await db.SaveOnce(KernelRefusals.Stale, ct);
        response.SetVersion(kept.Version);
        return TypedResults.Ok(ViewOf(category, kept));
    }

    private static Question[] Checked(IReadOnlyList<Asked> asked)
    {
        if (asked.GroupBy(x => x.Code).FirstOrDefault(x => x.Count() > 1) is { } twice) throw new RefusedException(IssueRefusals.QuestionTwice.With(twice.Key!));
        foreach (var x in asked.Where(x => x.Choices?.DistinctBy(c => c.Key).Count() != x.Choices?.Count))
            throw new RefusedException(IssueRefusals.QuestionTwice.With(x.Code!));
        foreach (var x in asked.Where(x => x is { Type: AnswerType.OneOf or AnswerType.SeveralOf, Choices: null or [] }))
            throw new RefusedException(IssueRefusals.QuestionWithoutChoices.With(x.Code!));
        return [.. asked.Select(x => new Question(
            x.Code!, x.Type, x.Required, x.ExpectsAnswer ?? true, x.Description!.Trim(), x.DescriptionEn?.Trim() ?? "", x.Hint?.Trim(),
            [.. (x.Choices ?? []).Select(c => new AnswerChoice(c.Key!.Trim(), c.Name!.Trim()))]))];
    }

    private static View ViewOf(Category x, CategoryQuestions? kept) =>
        new(x.Id, x.Code, IssueQuestions.IsEnglish ? x.NameEn : x.Name, kept?.Questions ?? [], kept?.Version ?? 0);
}
