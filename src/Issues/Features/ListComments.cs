using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Comments as the public reads them, as their author does, and as staff decide about them.</summary>
public static class ListComments
{
    /// <param name="Id">To report it by.</param>
    /// <param name="At">When.</param>
    /// <param name="Text">Mobile numbers in it are masked.</param>
    /// <param name="ByAuthor">By who reported the issue, where neither the issue nor the comment hides that.</param>
    /// <param name="ByRole">By staff, as staff.</param>
    public sealed record Line(Guid Id, DateTimeOffset At, string Text, bool ByAuthor, Role? ByRole);

    public sealed record Mine(Guid Id, Guid IssueId, string IssueTitle, DateTimeOffset At, string Text, CommentState State, string? Reason);

    public sealed record Row(
        Guid Id, int Version, Guid IssueId, string IssueTitle, string AreaName, DateTimeOffset At, string Text, Role? ByRole, CommentState State, int Reports, string? Reason);

    public static async Task<Ok<Page<Line>>> OfIssue(string street, Guid id, [AsParameters] PageQuery page, IssuesDb db, CancellationToken ct)
    {
        var issue = await db.OnTheBoard(id, ct);
        var together = db.Together(issue.Id);
        var authors = await db.Issues.Where(x => together.Contains(x.Id) && !x.HideName).Select(x => x.AuthorId).ToListAsync(ct);
        var shown = await db.Comments.AsNoTracking().Where(x => together.Contains(x.IssueId) && x.State == CommentState.Shown).NewestFirst(page, x => new Line(
            x.Id, x.At, x.Text, x.ByRole == null && !x.HideName && authors.Contains(x.AuthorId), x.ByRole), x => x.Id, ct);
        return TypedResults.Ok(shown with { Items = [.. shown.Items.Select(x => x with { Text = Masking.MaskedIn(x.Text) })] });
    }

    public static async Task<Ok<Page<Mine>>> OfMine([AsParameters] PageQuery page, Guid? issueId, IssuesDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await db.Comments.AsNoTracking().Where(x => x.AuthorId == caller.Me && (issueId == null || x.IssueId == issueId)).NewestFirst(page, x => new Mine(
            x.Id, x.IssueId, db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.Title).First(), x.At, x.Text, x.State, x.Reason), x => x.Id, ct));

    /// <summary>What waits or was reported, the oldest first; or what was decided, the newest first.</summary>
    public static async Task<Ok<Page<Row>>> Handle(CommentState? state, [AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var waiting = state is null or CommentState.Waiting;
        var comments = waiting ? db.ToDecide(caller) : db.InAreasOf(caller).Where(x => x.State == state);
        if (page.After is { } cursor)
        {
            var after = Paging.DecodeId(cursor);
            comments = waiting ? comments.Where(x => x.Id > after) : comments.Where(x => x.Id < after);
        }

        var ordered = waiting ? comments.OrderBy(x => x.Id) : comments.OrderByDescending(x => x.Id);
        return TypedResults.Ok(await ordered.Select(x => new Row(
            x.Id, x.Version, x.IssueId, db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.Title).First(),
            db.Areas.Where(a => a.Id == db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.AreaId).First()).Select(a => a.Name).FirstOrDefault() ?? "",
            x.At, x.Text, x.ByRole, x.State, x.Reports, x.Reason)).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Id), ct));
    }

    /// <summary>What waits for the caller to look at it.</summary>
    internal static IQueryable<Comment> ToDecide(this IssuesDb db, Caller caller) =>
        db.InAreasOf(caller).Where(x => x.State == CommentState.Waiting || x.Reports > 0 && x.State == CommentState.Shown);

    private static IQueryable<Comment> InAreasOf(this IssuesDb db, Caller caller)
    {
        var issues = db.Issues.Within(caller.AreasOf(IssueRights.Staff));
        return db.Comments.AsNoTracking().Where(x => issues.Any(i => i.Id == x.IssueId));
    }
}
