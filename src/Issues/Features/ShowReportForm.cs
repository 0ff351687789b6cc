using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;

namespace Platform.Issues.Features;

/// <summary>What a report can be about and where: everything that a form needs before anybody has signed in.</summary>
public static class ShowReportForm
{
    public sealed record View(string StreetName, IReadOnlyList<CategoryView> Categories, IReadOnlyList<AreaView> Areas);

    public sealed record CategoryView(string Code, string Name);

    /// <summary>In the order of the tree.</summary>
    public sealed record AreaView(Guid Id, string Name, AreaLevel Level, Guid? ParentId);

    public static async Task<Ok<View>> Handle(string street, IssuesDb db, CancellationToken ct)
    {
        var english = IssueQuestions.IsEnglish;
        return TypedResults.Ok(new View(
            (await db.Street(ct)).Name,
            await db.Categories.OrderBy(x => x.Order).Select(x => new CategoryView(x.Code, english ? x.NameEn : x.Name)).ToListAsync(ct),
            await db.Areas.OrderBy(x => x.Path).Select(x => new AreaView(x.Id, x.Name, x.Level, x.ParentId)).ToListAsync(ct)));
    }
}
