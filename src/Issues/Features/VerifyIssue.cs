using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>核查: somebody who neither handled it nor did any of it looks whether it is done.</summary>
public static class VerifyIssue
{
    public sealed record Request
    {
        public required bool Done { get; init; }

        /// <summary>Needed where it is not done.</summary>
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Verifiers);

        db.Say(issue, issue.Verify(by, asked.Done, asked.Words?.Trim(), clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
