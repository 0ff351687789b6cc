using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// Its author rates the result, 1 to 5 and a sentence: the measure of everything here. Authors of what was merged into it are its authors
/// too; they rate it under the number that they know.
/// </summary>
public static class RateIssue
{
    public sealed record Request
    {
        [Between(1, 5)] public required int Score { get; init; }

        /// <summary>Needed for 1 and 2.</summary>
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public sealed record Answer(IssueStatus Status);

    public static async Task<Ok<Answer>> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.FindSurvivor(id, ct);
        var above = await db.AboveWhoSettled(issue, ct);
        var alsoAuthors = await db.Issues.Where(x => x.MergedIntoId == issue.Id && x.AuthorId != null).Select(x => x.AuthorId!.Value).ToListAsync(ct);

        db.SayAll(issue, issue.Rate(caller.AsThemselves(), asked.Score, asked.Words?.Trim(), above, clock.GetUtcNow(), alsoAuthors));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.Ok(new Answer(issue.Status));
    }

    /// <summary>One level above the one that settled it.</summary>
    internal static Task<Place> AboveWhoSettled(this IssuesDb db, Issue issue, CancellationToken ct) =>
        db.Deliberating(issue, Issue.LevelAbove(issue.DeliberationLevel ?? AreaLevel.Neighbourhood), ct);
}
