using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;

namespace Platform.Issues.Features;

/// <summary>What a report can be about and where: everything that a form needs before anybody has signed in.</summary>
public static class ShowReportForm
{
    public sealed record View(string StreetName, IReadOnlyList<CategoryView> Categories, IReadOnlyList<AreaView> Areas);

    /// <summary>Those of the upper level, each followed by those below it. Both may be chosen: who can't say more closely says the upper one.</summary>
    public sealed record CategoryView(string Code, string Name, string? ParentCode);

    /// <summary>In the order of the tree.</summary>
    public sealed record AreaView(Guid Id, string Name, AreaLevel Level, Guid? ParentId);

    public static async Task<Ok<View>> Handle(string street, IssuesDb db, CancellationToken ct)
    {
        var english = IssueQuestions.IsEnglish;
        var offered = await db.Categories.AsNoTracking().Where(x => !x.IsRetired).ToListAsync(ct);
        return TypedResults.Ok(new View(
            (await db.Street(ct)).Name,
            [.. offered.InOrder().Select(x => new CategoryView(x.Code, english ? x.NameEn : x.Name, x.ParentCode))],
            await db.Areas.OrderBy(x => x.Path).Select(x => new AreaView(x.Id, x.Name, x.Level, x.ParentId)).ToListAsync(ct)));
    }
}
