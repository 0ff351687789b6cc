using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>It is the same matter as another: it goes on there, with its author, followers and endorsements.</summary>
public static class MergeIssue
{
    public sealed record Request
    {
        public required Guid IntoId { get; init; }
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var other = await db.Find<Issue>(asked.IntoId, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        caller.Demand(other.AreaPath, IssueRights.Staff);

        db.Say(issue, issue.MergeInto(other, by, asked.Words?.Trim(), clock.GetUtcNow()));
        foreach (var follower in await db.Issues.Where(x => x.MergedIntoId == issue.Id).ToListAsync(ct))
            db.Say(follower, follower.FollowInto(other, by, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
