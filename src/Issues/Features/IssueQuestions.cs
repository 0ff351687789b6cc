using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;

namespace Platform.Issues.Features;

/// <summary>What several views ask of the tables.</summary>
internal static class IssueQuestions
{
    /// <summary>The issue and those merged into it: whoever endorsed or follows one of them counts once.</summary>
    public static IQueryable<Guid> Together(this IssuesDb db, Guid id) =>
        db.Issues.Where(x => x.Id == id || x.MergedIntoId == id).Select(x => x.Id);

    public static async Task<Dictionary<Guid, string>> NamesOf(this IssuesDb db, IEnumerable<Guid> areas, CancellationToken ct)
    {
        var wanted = areas.Distinct().ToList();
        var known = await db.Areas.Where(x => wanted.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        return wanted.ToDictionary(x => x, x => known.GetValueOrDefault(x, ""));
    }

    public static async Task<string> CategoryName(this IssuesDb db, string code, CancellationToken ct) =>
        await db.Categories.Where(x => x.Code == code).SingleOrDefaultAsync(ct) is { } known ? IsEnglish ? known.NameEn : known.Name : code;

    public static Task<List<GetIssue.MergedView>> Brief(this IssuesDb db, Expression<Func<Issue, bool>> which, CancellationToken ct) =>
        db.Issues.Where(which).OrderBy(x => x.Id).Select(x => new GetIssue.MergedView(x.Id, x.ReceiptNumber, x.Title, x.Status)).ToListAsync(ct);

    public static Task<List<GetIssue.HistoryView>> HistoryOf(this IssuesDb db, Issue issue, bool inside, CancellationToken ct) =>
        db.History.Where(x => x.IssueId == issue.Id && (inside || !IssueHistory.Inside.Contains(x.Act))).OrderBy(x => x.Order)
            .Select(x => new GetIssue.HistoryView(
                x.At, x.Act, x.From, x.To, x.ById == issue.AuthorId && x.ByRole == null, x.ByRole, x.ById, x.Words, x.About)).ToListAsync(ct);

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
