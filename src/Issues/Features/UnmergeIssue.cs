using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>It was another matter after all: back to where it was, until the other is closed.</summary>
public static class UnmergeIssue
{
    public sealed record Request
    {
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var other = await db.Find<Issue>(issue.MergedIntoId ?? throw new RefusedException(IssueRefusals.NotMerged), ct);

        db.Say(issue, issue.UnmergeFrom(other, by, asked.Words?.Trim(), clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }

    /// <summary>An issue ends without having been settled: those that were merged into it go back to where they were.</summary>
    internal static async Task LetGoOfAll(this IssuesDb db, Issue ended, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var issue in await db.Issues.Where(x => x.MergedIntoId == ended.Id).ToListAsync(ct))
            db.Say(issue, issue.UnmergeFrom(ended, by, null, now));
    }
}
