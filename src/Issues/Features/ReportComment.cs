using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>举报: a comment that should not stand there goes to staff. Once a person; twice changes nothing.</summary>
public static class ReportComment
{
    public static async Task<NoContent> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct) => await db.InOne(async () =>
    {
        var comment = await db.Find<Comment>(id, ct);
        if (comment.State is not CommentState.Shown) throw new RefusedException(KernelRefusals.NotFound);
        var added = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO comment_reports (id, tenant_id, comment_id, person_id, at)
            VALUES ({Guid.CreateVersion7()}, {db.TenantId}, {comment.Id}, {caller.Me}, {clock.GetUtcNow()})
            ON CONFLICT (tenant_id, comment_id, person_id) DO NOTHING
            """, ct);
        if (added == 0) return TypedResults.NoContent();

        comment.Report();

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }, ct);
}
