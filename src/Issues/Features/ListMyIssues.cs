using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What the caller reported, or what staff entered for them.</summary>
public static class ListMyIssues
{
    public sealed record Row(
        Guid Id, string ReceiptNumber, IssueStatus Status, string Title, string AreaName, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, DateTimeOffset? RateBy,
        bool ToConfirm);

    public static async Task<Ok<Page<Row>>> Handle([AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await db.Issues.AsNoTracking().Where(x => x.AuthorId == caller.Me).NewestFirst(page, x => new Row(
            x.Id, x.ReceiptNumber, x.Status, x.Title, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "",
            x.SubmittedAt, x.ChangedAt, x.MergedIntoId == null ? x.RateBy : db.Issues.Where(i => i.Id == x.MergedIntoId).Select(i => i.RateBy).FirstOrDefault(),
            x.Entry == EntryState.Unconfirmed), x => x.Id, ct));
}
