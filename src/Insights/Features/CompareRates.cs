using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Insights.Data;
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

        // What has no key has the empty one.
        async Task<IEnumerable<Counted<string>>> Count(Scope scope) => by switch
        {
            RateBy.Category => (await numbers.CountBy(scope, x => x.Category, ct)).Select(x => x.By(x.Key ?? "")),
            RateBy.Handler => (await numbers.CountBy(scope, x => x.HandlerId, ct)).Select(x => x.By($"{x.Key}")),
            _ => (await numbers.CountBy(scope, x => x.AreaId, ct)).Select(x => x.By($"{partOf[x.Key!.Value]}")),
        };

        var counted = new List<IReadOnlyList<Counted<string>>>();
        foreach (var month in months) counted.Add([.. await Count(await numbers.Of(Named(month), last.Area.Id, ct))]);

        var keys = counted.SelectMany(x => x).Select(x => x.Key).ToHashSet();
        IReadOnlyList<Cell> Cells(Func<string, bool> which, bool ofAPerson) =>
        [
            .. counted.Select(x =>
            {
                Rate Sum(RateKind kind) => x.Where(c => which(c.Key)).Aggregate(Rate.None, (sum, c) => sum + c[kind]);
                Share ShareOf(RateKind kind) => Sum(kind) is var rate && ofAPerson && rate.Denominator is > 0 and < FewestOfAPerson
                    ? new Share(null, rate.Denominator) : new Share(rate.Numerator, rate.Denominator);
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
}
