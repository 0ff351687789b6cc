using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// 退回率 and 按时率, by department, of what was dispatched in a period. Each number is the length of a list: that of ListDispatches with the same
/// department and days, and Returned as the state, or OnTime, or OnTime and Late, as the lateness.
/// </summary>
public static class CountDispatches
{
    private const int DaysAtMost = 3 * 366;

    /// <param name="From">Its first day; 90 days ago unless told.</param>
    /// <param name="To">Its last day; today unless told.</param>
    /// <param name="AreaId">There and below.</param>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null, Guid? AreaId = null);

    public sealed record View(DateOnly From, DateOnly To, Numbers Together, IReadOnlyList<Row> Departments);

    public sealed record Row(string Department, string Name, Numbers Numbers);

    /// <param name="Dispatched">All of them.</param>
    /// <param name="Returned">Of these.</param>
    /// <param name="Timed">Handled, or not handled though its day is over: what on-time is a part of.</param>
    /// <param name="OnTime">Of these: handled by the end of its last day.</param>
    public sealed record Numbers(int Dispatched, int Returned, int Timed, int OnTime)
    {
        /// <summary>Percent; null where nothing was dispatched.</summary>
        public double? ReturnRate => Percent(Returned, Dispatched);

        /// <summary>Percent; null where nothing is due.</summary>
        public double? OnTimeRate => Percent(OnTime, Timed);
    }

    public static async Task<Ok<View>> Handle([AsParameters] Query query, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (from, to) = Period(query.From, query.To, await db.Today(clock, ct));
        var now = clock.GetUtcNow();
        var found = await new DispatchFilter(From: from, To: to, AreaId: query.AreaId).Of(db, caller, now, ct);
        var returned = await found.Where(x => x.State == DispatchState.Returned).ByDepartment(ct);
        var timed = await found.In([Lateness.OnTime, Lateness.Late], now).ByDepartment(ct);
        var onTime = await found.In([Lateness.OnTime], now).ByDepartment(ct);
        var all = (await found.ByDepartment(ct)).OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).ToList();

        var names = await db.DepartmentNames(ct);
        var rows = all.ConvertAll(x => new Row(x.Key, names.GetValueOrDefault(x.Key, x.Key), new Numbers(
            x.Value, returned.GetValueOrDefault(x.Key), timed.GetValueOrDefault(x.Key), onTime.GetValueOrDefault(x.Key))));
        return TypedResults.Ok(new View(from, to, new Numbers(
            rows.Sum(x => x.Numbers.Dispatched), rows.Sum(x => x.Numbers.Returned), rows.Sum(x => x.Numbers.Timed), rows.Sum(x => x.Numbers.OnTime)), rows));
    }

    /// <summary>The last ninety days, unless told.</summary>
    /// <exception cref="RefusedException">400: it ends before it begins, or is too long.</exception>
    internal static (DateOnly From, DateOnly To) Period(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = DispatchFilter.Day(to ?? today);
        var first = DispatchFilter.Day(from ?? DispatchFilter.Day(last).AddDays(-89));
        return first <= last && last.DayNumber - first.DayNumber <= DaysAtMost ? (first, last) : throw new RefusedException(DispatchRefusals.BadPeriod);
    }

    internal static double? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 1);

    private static Task<Dictionary<string, int>> ByDepartment(this IQueryable<IssueDispatch> found, CancellationToken ct) =>
        found.GroupBy(x => x.Department).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
}
