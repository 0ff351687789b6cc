using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>Open311: what a street asks for beside the words of a report in this category.</summary>
public static class DefineService
{
    public static async Task<IResult> Handle(
        string code, [FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, IssuesDb db, CancellationToken ct)
    {
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code && !x.IsRetired, ct) ?? throw new RefusedException(IssueRefusals.UnknownService);
        var questions = await db.QuestionsOf(category.Id, ct);
        return new GeoReport("service_definition", new ServiceDefinitionView(code, [.. questions.Index().Select(x => ViewOf(x.Item, x.Index + 1))]));
    }

    internal static async Task<IReadOnlyList<Question>> QuestionsOf(this IssuesDb db, Guid category, CancellationToken ct) =>
        (await db.CategoryQuestions.AsNoTracking().SingleOrDefaultAsync(x => x.CategoryId == category, ct))?.Questions ?? [];

    private static readonly Dictionary<AnswerType, string> Datatypes = new()
    {
        [AnswerType.Line] = "string", [AnswerType.Number] = "number", [AnswerType.Time] = "datetime", [AnswerType.Text] = "text",
        [AnswerType.OneOf] = "singlevaluelist", [AnswerType.SeveralOf] = "multivaluelist",
    };

    private static AttributeView ViewOf(Question x, int order) => new(
        x.ExpectsAnswer, x.Code, Datatypes[x.Type], x.Required, x.Hint, order,
        IssueQuestions.IsEnglish && x.DescriptionEn.Length > 0 ? x.DescriptionEn : x.Description, [.. x.Choices.Select(c => new ValueView(c.Key, c.Name))]);
}
