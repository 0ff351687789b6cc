using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;

namespace Platform.Issues.Features;

/// <summary>公示: what a street is asked for and what became of it, for anybody. Who asked is not on it, nor what staff have not looked at yet.</summary>
public static class ShowBoard
{
    public sealed record Row(
        Guid Id, string Title, IssueStatus Status, string CategoryName, string AreaName, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, int Endorsements);

    public static async Task<Ok<Page<Row>>> Handle(
        string street, Guid? areaId, IssueStatus? status, string? category, [AsParameters] PageQuery page, IssuesDb db, CancellationToken ct)
    {
        var issues = db.Issues.AsNoTracking().Where(x => IssueMoves.OnTheBoard.Contains(x.Status) && !x.IsConfidential);
        if (status is { } wanted) issues = issues.Where(x => x.Status == wanted);
        if (category is { Length: > 0 } kind) issues = issues.Where(x => x.Category == kind);
        if (areaId is { } area) issues = issues.Within((await db.Area(area, ct)).Path);

        var english = IssueQuestions.IsEnglish;
        var rows = await issues.NewestFirst(page, x => new Row(
            x.Id, x.Title, x.Status, db.Categories.Where(c => c.Code == x.Category).Select(c => english ? c.NameEn : c.Name).FirstOrDefault() ?? x.Category,
            db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "", x.SubmittedAt, x.ChangedAt,
            db.Endorsements.Where(e => db.Issues.Any(i => i.Id == e.IssueId && (i.Id == x.Id || i.MergedIntoId == x.Id)) && !db.Issues.Any(i => i.AuthorId == e.PersonId && (i.Id == x.Id || i.MergedIntoId == x.Id))).Select(e => e.PersonId).Distinct().Count()),
            x => x.Id, ct);
        return TypedResults.Ok(rows with { Items = [.. rows.Items.Select(x => x with { Title = Masking.MaskedIn(x.Title) })] });
    }
}
