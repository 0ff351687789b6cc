using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Insights.Data;
using Platform.Kernel.Http;

namespace Platform.Insights.Features;

/// <summary>What meetings solved, body by body: issues that a meeting resolved and that were then verified, over some months.</summary>
public static class ShowSolved
{
    /// <param name="Area">There and below; the caller's highest unless told.</param>
    /// <param name="Month">The last month, like 2026-11; this one unless told.</param>
    /// <param name="Months">How many months up to it, 1 to 24.</param>
    /// <param name="Body">Only what this body solved.</param>
    public sealed record Query(Guid? Area = null, string? Month = null, [property: Between(1, 24)] int Months = 1, Guid? Body = null);

    /// <param name="Meetings">That ended in these months.</param>
    /// <param name="Solved">Issues, each once.</param>
    public sealed record Line(Guid BodyId, BodyKind Kind, Guid AreaId, int Meetings, int Solved);

    public sealed record View(string From, string To, int Meetings, int Solved, IReadOnlyList<Line> Bodies);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, Numbers numbers, SolvedIssues issues, CancellationToken ct)
    {
        var scope = await numbers.Of(query.Month, query.Area, ct, query.Months);
        var solved = (await issues.Of(scope, ct)).Where(x => query.Body is null || x.BodyId == query.Body).ToLookup(x => x.BodyId);
        var held = (await numbers.MeetingsWithin(scope, null, ct)).Values.Where(x => query.Body is null || x.BodyId == query.Body).ToList();
        // A body may have solved what an earlier month's meeting resolved.
        var earlier = await numbers.MeetingsWithin(scope, solved.SelectMany(x => x).Select(x => x.MeetingId).ToHashSet(), ct);
        var bodies = held.Concat(earlier.Values).DistinctBy(x => x.BodyId).OrderBy(x => x.BodyId);
        var lines = bodies.Select(x => new Line(x.BodyId, x.BodyKind, x.AreaId, held.Count(h => h.BodyId == x.BodyId), solved[x.BodyId].Count())).ToList();
        return TypedResults.Ok(new View(
            Said(scope.Month.AddMonths(1 - query.Months)), Said(scope.Month), lines.Sum(x => x.Meetings), lines.Sum(x => x.Solved), lines));
    }

    /// <summary>The issues behind the number, the last verified first.</summary>
    public static async Task<Ok<Page<SolvedIssue>>> List([AsParameters] PageQuery page, [AsParameters] Query query, Numbers numbers, SolvedIssues issues, CancellationToken ct)
    {
        var all = (await issues.Of(await numbers.Of(query.Month, query.Area, ct, query.Months), ct)).Where(x => query.Body is null || x.BodyId == query.Body).ToList();
        if (page.After is not null)
        {
            var after = Paging.DecodeId(page.After);
            all = [.. all.SkipWhile(x => x.IssueId != after).Skip(1)];
        }

        // A street solves some dozens of these a month: they are cut here, and not by the database.
        return TypedResults.Ok(new Page<SolvedIssue>([.. all.Take(page.Size)], all.Count > page.Size ? Paging.Encode(all[page.Size - 1].IssueId) : null));
    }

    private static string Said(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
