using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// What may be the same matter. For an issue: of the neighbourhood's open ones, for the desk to merge. For a text that somebody is writing: of
/// those on the board, to endorse instead. The newest thousand are compared: what is older was closed, or is known at the desk.
/// </summary>
public static class FindAlike
{
    private const int ComparedAtMost = 1_000, ShownAtMost = 5;

    /// <param name="Id">The issue.</param>
    /// <param name="ReceiptNumber">Its number; not for the public.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="AreaName">Where it is.</param>
    /// <param name="SubmittedAt">Since when.</param>
    /// <param name="Percent">How alike: 40 to 100.</param>
    public sealed record View(Guid Id, string? ReceiptNumber, string Title, IssueStatus Status, string AreaName, DateTimeOffset SubmittedAt, int Percent);

    private sealed record Candidate(Guid Id, string ReceiptNumber, string Title, string Text, IssueStatus Status, Guid AreaId, string AreaPath, DateTimeOffset SubmittedAt);

    /// <summary>What is being written; in the address, since it is asked with every pause of the typing and changes nothing.</summary>
    public sealed record Draft([property: Text(Limits.Title)] string? Title = null, [property: Text(Limits.Words)] string? Text = null, Guid? AreaId = null);

    public static async Task<Ok<IReadOnlyList<View>>> ForIssue(Guid id, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Readers);
        var open = db.Issues.AsNoTracking().Where(x => x.Id != id && x.MergedIntoId != id && !IssueMoves.Ended.Contains(x.Status)).Within(caller.AreasOf(IssueRights.Readers));
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == issue.AreaId, ct);
        return TypedResults.Ok(await db.Most(open, new Likeness(issue.Title, issue.Text, issue.AreaPath), area, forStaff: true, ct));
    }

    public static async Task<Ok<IReadOnlyList<View>>> ForDraft(string street, [AsParameters] Draft draft, IssuesDb db, CancellationToken ct)
    {
        var title = draft.Title?.Trim() ?? "";
        if (title.Length < 2) return TypedResults.Ok<IReadOnlyList<View>>([]);
        var area = draft.AreaId is { } areaId ? await db.Area(areaId, ct) : null;
        var shown = db.Issues.AsNoTracking().Where(x => IssueMoves.OnTheBoard.Contains(x.Status) && x.Status != IssueStatus.Closed && !x.IsConfidential);
        return TypedResults.Ok(await db.Most(shown, new Likeness(title, draft.Text, area?.Path ?? ""), area, forStaff: false, ct));
    }

    private static async Task<IReadOnlyList<View>> Most(this IssuesDb db, IQueryable<Issue> among, Likeness wanted, AreaCopy? area, bool forStaff, CancellationToken ct)
    {
        if (area is not null) among = among.Within((area.Level >= AreaLevel.Neighbourhood ? await db.Above(area, AreaLevel.Neighbourhood, ct) : area).Path);
        var candidates = await among.OrderByDescending(x => x.Id).Take(ComparedAtMost).Select(x => new Candidate(
            x.Id, x.ReceiptNumber, x.Title, x.Text.Substring(0, 300), x.Status, x.AreaId, x.AreaPath, x.SubmittedAt)).ToListAsync(ct);
        var alike = candidates.Select(x => (Of: x, Likeness: wanted.To(new Likeness(x.Title, x.Text, x.AreaPath))))
            .Where(x => x.Likeness >= Likeness.Worth).OrderByDescending(x => x.Likeness).ThenByDescending(x => x.Of.Id).Take(ShownAtMost).ToList();
        var names = await db.NamesOf([.. alike.Select(x => x.Of.AreaId)], ct);
        return [.. alike.Select(x => new View(
            x.Of.Id, forStaff ? x.Of.ReceiptNumber : null, x.Of.Title, x.Of.Status, names[x.Of.AreaId], x.Of.SubmittedAt, (int)(100 * x.Likeness)))];
    }
}
