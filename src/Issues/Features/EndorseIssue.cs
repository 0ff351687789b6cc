using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>附议: somebody else wants the same. One a person; asking twice changes nothing.</summary>
public static class EndorseIssue
{
    public static async Task<NoContent> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issue = await db.OnTheBoard(id, ct);
        if (await db.Issues.AnyAsync(x => (x.Id == issue.Id || x.MergedIntoId == issue.Id) && x.AuthorId == caller.Me, ct)) throw new RefusedException(IssueRefusals.IsYours);
        if (issue.HasEnded) throw new RefusedException(IssueRefusals.NotInAction);
        // Two taps at once are one endorsement: the unique index decides, without an error.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO endorsements (id, tenant_id, issue_id, person_id, at)
            VALUES ({Guid.CreateVersion7()}, {db.TenantId}, {issue.Id}, {caller.Me}, {clock.GetUtcNow()})
            ON CONFLICT (tenant_id, issue_id, person_id) DO NOTHING
            """, ct);
        return TypedResults.NoContent();
    }

    /// <summary>An issue that the public may see; a merged one stands for the one that it went into.</summary>
    /// <exception cref="RefusedException">404: not on the board, or another street's.</exception>
    internal static async Task<Issue> OnTheBoard(this IssuesDb db, Guid id, CancellationToken ct)
    {
        var issue = await db.FindSurvivor(id, ct);
        return IssueMoves.OnTheBoard.Contains(issue.Status) && !issue.IsConfidential ? issue : throw new RefusedException(KernelRefusals.NotFound);
    }
}
