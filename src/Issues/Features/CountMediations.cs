using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>调解成功率, and how often a dispute comes back, of the mediations that ended in a period. Numbers alone: behind them is what few may read.</summary>
public static class CountMediations
{
    public const int MonthsToComeBack = 12;

    /// <param name="From">Its first day; 90 days ago unless told.</param>
    /// <param name="To">Its last day; today unless told.</param>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null);

    /// <param name="Recurred">Of those that ended: after which another was opened at the same place within twelve months. It grows until these are over.</param>
    /// <param name="SuccessRate">Agreed of all that ended, in percent; null where none did.</param>
    /// <param name="RecurrenceRate">Recurred of all that ended, in percent; null where none did.</param>
    public sealed record View(
        DateOnly From, DateOnly To, int Ended, int Agreed, int Failed, int Referred, double? SuccessRate, int Recurred, double? RecurrenceRate);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (from, to) = CountDispatches.Period(query.From, query.To, await db.Today(clock, ct));
        var zone = (await db.Street(ct)).Zone;
        var (begin, end) = (from.StartIn(zone), to.AddDays(1).StartIn(zone));
        var issues = db.Issues.AsNoTracking().Within(caller.AreasOf(IssueRights.MediationCounters));
        var ended = db.Mediations.IgnoreAutoIncludes().Where(x => x.EndedAt >= begin && x.EndedAt < end && issues.Any(i => i.Id == x.IssueId));

        var states = await ended.GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var recurred = await ended.CountAsync(x => db.Mediations.Any(m =>
            m.AreaId == x.AreaId && m.Id != x.Id && m.OpenedAt >= x.EndedAt && m.OpenedAt < x.EndedAt!.Value.AddMonths(MonthsToComeBack)), ct);
        var (all, agreed) = (states.Values.Sum(), states.GetValueOrDefault(MediationState.Agreed));
        return TypedResults.Ok(new View(
            from, to, all, agreed, states.GetValueOrDefault(MediationState.Failed), states.GetValueOrDefault(MediationState.Referred),
            CountDispatches.Percent(agreed, all), recurred, CountDispatches.Percent(recurred, all)));
    }
}
