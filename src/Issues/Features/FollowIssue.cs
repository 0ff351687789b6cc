using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>关注, and no longer.</summary>
public static class FollowIssue
{
    public static async Task<NoContent> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issue = await db.OnTheBoard(id, ct);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO followers (id, tenant_id, issue_id, person_id, at)
            VALUES ({Guid.CreateVersion7()}, {db.TenantId}, {issue.Id}, {caller.Me}, {clock.GetUtcNow()})
            ON CONFLICT (tenant_id, issue_id, person_id) DO NOTHING
            """, ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> NoLonger(Guid id, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var together = db.Together((await db.OnTheBoard(id, ct)).Id);
        await db.Followers.Where(x => together.Contains(x.IssueId) && x.PersonId == caller.Me).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }
}
