using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Data;
using Platform.Insights.Domain;

namespace Platform.Insights.Features;

/// <summary>How a month's issues were triaged. Each number has its list: ListCountedIssues by scale, escalated, differed.</summary>
public static class ShowTriage
{
    public sealed record Query(Guid? Area = null, string? Month = null);

    /// <param name="Month">2026-11.</param>
    /// <param name="Scales">The mix by size, of the last triage of each.</param>
    /// <param name="FirstLevel">Settled by the level that it went to first, of those that were triaged and closed.</param>
    /// <param name="Escalated">Went up at least one level, of those that were triaged.</param>
    /// <param name="Differed">Decided otherwise than the street's rules proposed, of those that these were asked about.</param>
    /// <param name="HoursToTriage">The median from the report to the first triage; null where none was triaged.</param>
    public sealed record View(
        string Month, Guid AreaId, IReadOnlyList<ScaleCount> Scales, Rate FirstLevel, Rate Escalated, Rate Differed, double? HoursToTriage);

    public sealed record ScaleCount(Scale Scale, int Count);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, Numbers numbers, CancellationToken ct)
    {
        var scope = await numbers.Of(query.Month, query.Area, ct);
        // A month of a street: some hundreds, of which four columns are read.
        var triaged = await numbers.Issues(scope).Where(x => x.Scale != null)
            .Select(x => new { Scale = x.Scale!.Value, x.Escalated, x.Differed, Closed = x.State == IssueState.Closed, x.SubmittedAt, x.TriagedAt }).ToListAsync(ct);
        var closed = triaged.Where(x => x.Closed).ToList();
        var hours = triaged.Select(x => (x.TriagedAt - x.SubmittedAt)!.Value.TotalHours).Order().ToList();
        return TypedResults.Ok(new View(
            scope.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), scope.Area.Id,
            [.. Enum.GetValues<Scale>().Select(scale => new ScaleCount(scale, triaged.Count(x => x.Scale == scale)))],
            new Rate(closed.Count(x => !x.Escalated), closed.Count), new Rate(triaged.Count(x => x.Escalated), triaged.Count),
            new Rate(triaged.Count(x => x.Differed is true), triaged.Count(x => x.Differed is not null)),
            hours.Count == 0 ? null : Math.Round((hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2, 1)));
    }
}
