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

    /// <summary>Who endorsed one of them: each once, and nobody who reported one of them, since that says so already.</summary>
    public static Task<int> EndorsementsOf(this IssuesDb db, Guid id, CancellationToken ct) => db.Endorsements
        .Where(e => db.Issues.Any(x => x.Id == e.IssueId && (x.Id == id || x.MergedIntoId == id)) && !db.Issues.Any(x => x.AuthorId == e.PersonId && (x.Id == id || x.MergedIntoId == id)))
        .Select(e => e.PersonId).Distinct().CountAsync(ct);

    /// <summary>Whether the issue, or the one that it went into, waits for a rating that this author of it may give.</summary>
    public static async Task<bool> CanRate(this IssuesDb db, Issue issue, Guid? reader, CancellationToken ct) =>
        reader is not null && issue.AuthorId == reader && (issue.Status is IssueStatus.AwaitingRating
            || issue.MergedIntoId is { } into && await db.Issues.AnyAsync(x => x.Id == into && x.Status == IssueStatus.AwaitingRating, ct));

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
                x.At, x.Act, x.From, x.To, x.ById != null && x.ByRole == null && db.Issues.Any(i => (i.Id == issue.Id || i.MergedIntoId == issue.Id) && i.AuthorId == x.ById), x.ByRole, x.ById, x.Words, x.About)).ToListAsync(ct);

    /// <summary>A rule's name in the reader's language; in Chinese, where nobody gave it an English one.</summary>
    public static string? Named(string? name, string? nameEn) => IsEnglish ? nameEn ?? name : name;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
