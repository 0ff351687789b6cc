using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Open311;

namespace Platform.Issues.Features;

/// <summary>Open311: what can be reported in a street, which is its categories.</summary>
public static class ListServices
{
    public static async Task<IResult> Handle([FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, IssuesDb db, CancellationToken ct)
    {
        var english = IssueQuestions.IsEnglish;
        var asked = (await db.CategoryQuestions.AsNoTracking().ToListAsync(ct)).Where(x => x.Questions.Count > 0).Select(x => x.CategoryId).ToHashSet();
        var offered = await db.Categories.AsNoTracking().Where(x => !x.IsRetired).ToListAsync(ct);
        var names = offered.ToDictionary(x => x.Code, x => english ? x.NameEn : x.Name);
        ServiceView[] services =
        [
            .. offered.InOrder().Select(x => new ServiceView(
                x.Code, names[x.Code], null, asked.Contains(x.Id), "realtime", null, x.ParentCode is { } above ? names.GetValueOrDefault(above) : null)),
        ];
        return new GeoReport("services", services);
    }
}
