using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Personal;

namespace Platform.Issues.Features;

/// <summary>
/// One issue of the public board, for anybody: what is asked for, each step, what was decided. No names, no receipt numbers; mobile numbers
/// that somebody typed are masked; photos only where staff released them.
/// </summary>
public static class ShowIssue
{
    /// <param name="Id">That of the issue it went into, where it was merged.</param>
    /// <param name="Authors">How many reported it.</param>
    /// <param name="Endorsements">How many others want the same.</param>
    /// <param name="Comments">How many can be read.</param>
    /// <param name="CanEndorse">It has not ended.</param>
    public sealed record View(
        Guid Id, string Title, string Text, IssueStatus Status, string CategoryName, string AreaName, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt,
        int? Score, int Authors, int Endorsements, int Comments, bool CanEndorse, IReadOnlyList<Guid> PhotoIds, IReadOnlyList<ActionLine> Actions, IReadOnlyList<Step> Steps);

    public sealed record ActionLine(ActionKind Kind, string What, DateOnly DueOn, ActionState State, IReadOnlyList<Guid> PhotoIds);

    public sealed record Step(DateTimeOffset At, IssueAct Act, IssueStatus To, bool ByAuthor, Role? ByRole, string? Words, string? About);

    public static async Task<Ok<View>> Handle(string street, Guid id, IssuesDb db, CancellationToken ct)
    {
        var issue = await db.OnTheBoard(id, ct);
        var (together, areas) = (db.Together(issue.Id), await db.NamesOf([issue.AreaId], ct));
        var photos = await db.Photos.AsNoTracking().Where(x => together.Contains(x.IssueId!.Value) && x.ReleasedAt != null).OrderBy(x => x.Id)
            .Select(x => new { x.Id, x.ActionId }).ToListAsync(ct);
        var history = await db.HistoryOf(issue, inside: false, ct);
        return TypedResults.Ok(new View(
            issue.Id, Masking.MaskedIn(issue.Title), Masking.MaskedIn(issue.Text), issue.Status, await db.CategoryName(issue.Category, ct), areas[issue.AreaId],
            issue.SubmittedAt, issue.ChangedAt, issue.Score,
            await db.Issues.Where(x => together.Contains(x.Id)).Select(x => x.AuthorId).Distinct().CountAsync(ct), await db.EndorsementsOf(issue.Id, ct),
            await db.Comments.CountAsync(x => together.Contains(x.IssueId) && x.State == CommentState.Shown, ct), !issue.HasEnded,
            [.. photos.Where(x => x.ActionId is null).Select(x => x.Id)],
            [.. issue.Actions.OrderBy(x => x.Id).Select(x => new ActionLine(x.Kind, Masking.MaskedIn(x.What), x.DueOn, x.State, [.. photos.Where(p => p.ActionId == x.Id).Select(p => p.Id)]))],
            [.. history.Where(x => !IssueHistory.NotForThePublic.Contains(x.Act)).Select(Public)]));
    }

    // What an act was about is told where it is a number or a kind of ours: the other issue's receipt is its author's, and so is free text.
    private static Step Public(GetIssue.HistoryView x) => new(
        x.At, x.Act, x.To, x.ByAuthor, x.ByRole, IssueHistory.WordsForThePublic.Contains(x.Act) && x.Words is { } words ? Masking.MaskedIn(words) : null,
        x.Act is IssueAct.Rated or IssueAct.RatedByCall or IssueAct.Overdue or IssueAct.Extended ? x.About
        : x.Act is IssueAct.ActionDone or IssueAct.ActionDeclined or IssueAct.Returned && x.About is { } what ? Masking.MaskedIn(what) : null);
}
