using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Staff do not take it on, and say why. What was merged into it goes on by itself.</summary>
public static class DeclineIssue
{
    public sealed record Request
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);

        db.Say(issue, issue.Decline(by, asked.Reason.Trim(), clock.GetUtcNow()));
        await db.LetGoOfAll(issue, by, clock.GetUtcNow(), ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
