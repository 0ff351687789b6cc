using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>回访: staff ask an author who does not use a phone, and write down what they said. It counts as theirs, and says that it was a call.</summary>
public static class RecordRating
{
    public sealed record Request
    {
        [Between(1, 5)] public required int Score { get; init; }

        /// <summary>What the author said.</summary>
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Words { get; init; }
    }

    public static async Task<Ok<RateIssue.Answer>> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var above = await db.AboveWhoSettled(issue, ct);

        db.SayAll(issue, issue.RateByCall(by, asked.Score, asked.Words.Trim(), above, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.Ok(new RateIssue.Answer(issue.Status));
    }
}
