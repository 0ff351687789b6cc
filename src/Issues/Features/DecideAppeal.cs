using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Another person than the one who declined decides: the refusal stands, or the issue is submitted anew.</summary>
public static class DecideAppeal
{
    public sealed record Request
    {
        /// <summary>True: the refusal stands.</summary>
        public required bool Uphold { get; init; }

        [Needed, Text(Limits.Words, atLeast: 2)] public required string Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.AppealJudges);

        db.Say(issue, issue.DecideAppeal(by, asked.Uphold, asked.Words.Trim(), clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
