using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Places;

namespace Platform.Insights.Features;

/// <summary>A month's numbers of an area, and of each area right below it. Every number has its list: ListCountedIssues, ListHappenings.</summary>
public static class ShowRates
{
    public sealed record Query(Guid? Area = null, string? Month = null);

    /// <summary>Whole is the area that was asked for, Parts the areas right below it.</summary>
    public sealed record View(string Month, AreaNumbers Whole, IReadOnlyList<AreaNumbers> Parts);

    public sealed record AreaNumbers(
        Guid AreaId, string Name, AreaLevel Level, IReadOnlyList<StateCount> States, Rate Response, Rate Resolution, Rate Satisfaction,
        int Meetings, int Activities, int VolunteerMinutes, int Services, int PeopleServed);

    public sealed record StateCount(IssueState State, int Count);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, InsightsDb db, Numbers numbers, CancellationToken ct)
    {
        var scope = await numbers.Of(query.Month, query.Area, ct);
        var areas = await db.Areas.AsNoTracking().Where(x => x.Path.StartsWith(scope.Area.Path)).ToListAsync(ct);
        var paths = areas.ToDictionary(x => x.Id, x => x.Path);

        var counted = await numbers.CountBy(scope, x => new { x.AreaId, x.State }, ct);
        var (meetings, activities, services) = (await numbers.Happenings(scope, HappeningKind.Meetings, ct),
            await numbers.Happenings(scope, HappeningKind.Activities, ct), await numbers.Happenings(scope, HappeningKind.Services, ct));

        AreaNumbers In(AreaCopy area)
        {
            bool Lies(Guid? x) => x is { } id && paths.TryGetValue(id, out var path) ? path.StartsWith(area.Path, StringComparison.Ordinal) : x is null && area.Id == scope.Area.Id;
            var here = counted.Where(x => Lies(x.Key.AreaId)).ToList();
            Rate RateOf(RateKind kind) => here.Aggregate(Rate.None, (sum, x) => sum + x[kind]);
            return new AreaNumbers(area.Id, area.Name, area.Level,
                [.. here.GroupBy(x => x.Key.State).OrderBy(x => x.Key).Select(x => new StateCount(x.Key, x.Sum(s => s.All)))],
                RateOf(RateKind.Response), RateOf(RateKind.Resolution), RateOf(RateKind.Satisfaction),
                meetings.Count(x => Lies(x.AreaId)), activities.Count(x => Lies(x.AreaId)), activities.Where(x => Lies(x.AreaId)).Sum(x => x.Minutes),
                services.Count(x => Lies(x.AreaId)), services.Where(x => Lies(x.AreaId)).Sum(x => x.People));
        }

        return TypedResults.Ok(new View(scope.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), In(scope.Area),
            [.. areas.Where(x => x.ParentId == scope.Area.Id).OrderBy(x => x.Path, StringComparer.Ordinal).Select(In)]));
    }
}
