using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>A second person approves what was asked, or refuses it and says why. What was merged into a voided issue goes on by itself.</summary>
public static class DecideApproval
{
    public sealed record Request
    {
        public required bool Approve { get; init; }

        /// <summary>Needed where it is refused.</summary>
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Approvers);

        db.SayAll(issue, issue.Decide(by, asked.Approve, asked.Words?.Trim(), clock.GetUtcNow()));
        if (issue.Status is IssueStatus.Voided) await db.LetGoOfAll(issue, by, clock.GetUtcNow(), ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
