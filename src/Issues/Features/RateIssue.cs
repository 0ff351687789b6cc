using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Its author rates the result, 1 to 5 and a sentence: the measure of everything here.</summary>
public static class RateIssue
{
    public sealed record Request
    {
        [Between(1, 5)] public required int Score { get; init; }
        [Needed, Text(Limits.Words)] public required string Words { get; init; }
    }

    public sealed record Answer(IssueStatus Status);

    public static async Task<Ok<Answer>> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var above = await db.Deliberating(issue, Issue.LevelAbove(issue.DeliberationLevel ?? AreaLevel.Neighbourhood), ct);

        db.SayAll(issue, issue.Rate(caller.AsThemselves(), asked.Score, asked.Words.Trim(), above, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.Ok(new Answer(issue.Status));
    }
}
