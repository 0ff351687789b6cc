using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Http;

namespace Platform.Insights.Features;

/// <summary>By what the rates are told apart.</summary>
public enum RateBy { Area, Category, Handler }

/// <summary>
/// The three rates by area, category or handler, several months side by side. A number here and the list behind it ask the same question
/// (<see cref="Numbers"/>, ListCountedIssues): a row names what the list is narrowed by.
/// </summary>
public static class CompareRates
{
    /// <summary>Of a person, a part of fewer than this says more about single cases than about the work.</summary>
    public const int FewestOfAPerson = 5;

    public sealed record Query
    {
        /// <summary>By area unless told.</summary>
        public RateBy? By { get; init; }

        /// <summary>There and below; the caller's highest unless told.</summary>
        public Guid? Area { get; init; }

        /// <summary>The last month; this one unless told.</summary>
        public string? Month { get; init; }

        /// <summary>How many months up to that one.</summary>
        [Between(1, 12)] public int? Months { get; init; }
    }

    /// <param name="Months">The earliest first.</param>
    public sealed record View(Guid AreaId, string AreaName, RateBy By, IReadOnlyList<string> Months, IReadOnlyList<Cell> Whole, IReadOnlyList<Row> Rows);

    /// <param name="Key">An area's id, a category's code, a person's id; null for what nobody handles.</param>
    /// <param name="Name">Of areas.</param>
    /// <param name="Itself">The area that is looked at, without those below it.</param>
    /// <param name="Cells">One a month.</param>
    public sealed record Row(string? Key, string? Name, bool Itself, IReadOnlyList<Cell> Cells);

    public sealed record Cell(Share Response, Share Resolution, Share Satisfaction);

    /// <summary>So many of so many. The numerator is withheld where it would be about a person and of too few.</summary>
    public sealed record Share(int? Numerator, int Denominator);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, InsightsDb db, Numbers numbers, CancellationToken ct)
    {
        var (last, by) = (await numbers.Of(query.Month, query.Area, ct), query.By ?? RateBy.Area);
        var months = Enumerable.Range(1 - (query.Months ?? 3), query.Months ?? 3).Select(last.Month.AddMonths).ToList();
        var parts = await db.Areas.AsNoTracking().Where(x => x.Path.StartsWith(last.Area.Path)).OrderBy(x => x.Path).ToListAsync(ct);

        // Which part of the area another area below it belongs to.
        var partOf = parts.ToDictionary(x => x.Id, x => parts.FirstOrDefault(p => p.ParentId == last.Area.Id && x.Path.StartsWith(p.Path, StringComparison.Ordinal))?.Id ?? x.Id);
        string? KeyOf(string? found) => by is RateBy.Area && found is not null ? $"{partOf[Guid.Parse(found)]}" : found;

        var counted = new List<Dictionary<(string Key, RateKind Kind, bool Numerator), int>>();
        foreach (var month in months) counted.Add(await Count(numbers, await numbers.Of(Named(month), last.Area.Id, ct), by, KeyOf, ct));

        var keys = counted.SelectMany(x => x.Keys).Select(x => x.Key).Distinct().ToHashSet();
        IReadOnlyList<Cell> Cells(Func<string, bool> which, bool ofAPerson) =>
        [
            .. counted.Select(x =>
            {
                int Sum(RateKind kind, bool numerator) => x.Where(c => c.Key.Kind == kind && c.Key.Numerator == numerator && which(c.Key.Key)).Sum(c => c.Value);
                Share ShareOf(RateKind kind) => Sum(kind, false) is var of && ofAPerson && of is > 0 and < FewestOfAPerson ? new Share(null, of) : new Share(Sum(kind, true), of);
                return new Cell(ShareOf(RateKind.Response), ShareOf(RateKind.Resolution), ShareOf(RateKind.Satisfaction));
            }),
        ];

        var ordered = by is RateBy.Area
            ? parts.Where(x => x.ParentId == last.Area.Id || x.Id == last.Area.Id && keys.Contains($"{x.Id}")).Select(x => $"{x.Id}")
            : keys.Order(StringComparer.Ordinal);
        return TypedResults.Ok(new View(
            last.Area.Id, last.Area.Name, by, [.. months.Select(Named)], Cells(_ => true, ofAPerson: false),
            [
                .. ordered.Select(key => new Row(
                    key.Length == 0 ? null : key, by is RateBy.Area ? parts.First(x => $"{x.Id}" == key).Name : null, key == $"{last.Area.Id}",
                    Cells(x => x == key, ofAPerson: by is RateBy.Handler && key.Length > 0))),
            ]));
    }

    private static string Named(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static async Task<Dictionary<(string Key, RateKind Kind, bool Numerator), int>> Count(
        Numbers numbers, Scope scope, RateBy by, Func<string?, string?> keyOf, CancellationToken ct)
    {
        var counts = new Dictionary<(string, RateKind, bool), int>();
        foreach (var kind in Enum.GetValues<RateKind>())
            foreach (var numerator in (bool[])[false, true])
            {
                var issues = numbers.Issues(scope).Where(Numbers.Denominators[kind]);
                if (numerator) issues = issues.Where(Numbers.Numerators[kind]);
                foreach (var (found, count) in await Grouped(issues, by, ct))
                {
                    var key = (keyOf(found) ?? "", kind, numerator);
                    counts[key] = counts.GetValueOrDefault(key) + count;
                }
            }

        return counts;
    }

    private static async Task<List<(string? Key, int Count)>> Grouped(IQueryable<IssueRecord> issues, RateBy by, CancellationToken ct) => by switch
    {
        RateBy.Category => [.. (await issues.GroupBy(x => x.Category).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct)).Select(x => (x.Key, x.Count))],
        RateBy.Handler => [.. (await issues.GroupBy(x => x.HandlerId).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct)).Select(x => (x.Key?.ToString(), x.Count))],
        _ => [.. (await issues.GroupBy(x => x.AreaId).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct)).Select(x => (x.Key?.ToString(), x.Count))],
    };
}
