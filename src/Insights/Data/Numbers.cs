using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Contracts.Partners.V1;
using Platform.Contracts.Volunteers.V1;
using Platform.Insights.Domain;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Insights.Data;

/// <summary>The three rates 三率.</summary>
public enum RateKind { Response, Resolution, Satisfaction }

/// <summary>What is counted beside issues.</summary>
public enum HappeningKind { Meetings, Activities, Services, Missed }

/// <summary>A meeting held, an activity finished, a service delivered, or a meeting that was owed and missed. Amount: people there, minutes given, people served.</summary>
public sealed record Happening(Guid Id, DateTimeOffset At, Guid SubjectId, Guid? AreaId, int People, int Minutes);

/// <summary>So many of so many; what it is in percent the reader may say, unless the denominator is 0.</summary>
public sealed record Rate(int Numerator, int Denominator)
{
    public static readonly Rate None = new(0, 0);

    public static Rate operator +(Rate one, Rate other) => new(one.Numerator + other.Numerator, one.Denominator + other.Denominator);
}

/// <summary>Issues with the same key: how many there are, and the three rates of them.</summary>
public sealed record Counted<TKey>(TKey Key, int All, Rate Response, Rate Resolution, Rate Satisfaction)
{
    public Rate this[RateKind kind] => kind switch { RateKind.Response => Response, RateKind.Resolution => Resolution, _ => Satisfaction };

    /// <summary>The same numbers by another key.</summary>
    public Counted<TOther> By<TOther>(TOther key) => new(key, All, Response, Resolution, Satisfaction);
}

/// <summary>A month of a street in its own zone, and the area that is looked at.</summary>
public sealed record Scope(DateOnly Month, DateTimeOffset From, DateTimeOffset Until, AreaCopy Area);

/// <summary>
/// How each number is counted, once: the number and the list behind it ask the same question. An issue counts in the month in which it was
/// submitted; what was merged, withdrawn or voided does not count.
/// </summary>
public sealed class Numbers(InsightsDb db, Caller caller, TimeProvider clock)
{
    /// <summary>What a rate is of.</summary>
    public static readonly IReadOnlyDictionary<RateKind, Expression<Func<IssueRecord, bool>>> Denominators = new Dictionary<RateKind, Expression<Func<IssueRecord, bool>>>
    {
        [RateKind.Response] = x => true, [RateKind.Resolution] = x => x.Accepted, [RateKind.Satisfaction] = x => x.Score != null,
    };

    /// <summary>What of it is as it should be.</summary>
    public static readonly IReadOnlyDictionary<RateKind, Expression<Func<IssueRecord, bool>>> Numerators = new Dictionary<RateKind, Expression<Func<IssueRecord, bool>>>
    {
        [RateKind.Response] = x => x.AnsweredAt != null, [RateKind.Resolution] = x => x.State == IssueState.Closed, [RateKind.Satisfaction] = x => x.Score >= 4,
    };

    /// <summary>What of it is not.</summary>
    public static readonly IReadOnlyDictionary<RateKind, Expression<Func<IssueRecord, bool>>> Missing = Numerators.ToDictionary(
        x => x.Key, x => Expression.Lambda<Func<IssueRecord, bool>>(Expression.Not(x.Value.Body), x.Value.Parameters));

    private static readonly IssueState[] NotCounted = [IssueState.Merged, IssueState.Withdrawn, IssueState.Voided];

    /// <summary>The months up to one (this one unless named) and area (the caller's highest unless named) of a question.</summary>
    /// <exception cref="RefusedException">400 insights.bad-month, area.unknown; 403 rights.outside-your-area.</exception>
    public async Task<Scope> Of(string? month, Guid? area, CancellationToken ct, int months = 1)
    {
        var zone = (await db.Street(ct)).Zone;
        var first = month is null ? clock.GetUtcNow().DayIn(zone) is var today ? new DateOnly(today.Year, today.Month, 1) : default
            : DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? named
            : throw new RefusedException(InsightsRefusals.BadMonth);
        var looked = area is { } id ? await db.Area(id, ct) : await Highest(ct);
        caller.Demand(looked.Path, InsightsApi.Leaders);
        if (first.Year is < 1900 or > 9990) throw new RefusedException(InsightsRefusals.BadMonth);
        return new Scope(first, first.AddMonths(1 - months).StartIn(zone), first.AddMonths(1).StartIn(zone), looked);
    }

    /// <summary>The issues that count in the month, at or below the area.</summary>
    public IQueryable<IssueRecord> Issues(Scope scope) => db.Issues.AsNoTracking().Where(x =>
        x.SubmittedAt >= scope.From && x.SubmittedAt < scope.Until && !NotCounted.Contains(x.State)
        && db.Areas.Any(a => a.Id == x.AreaId && a.Path.StartsWith(scope.Area.Path)));

    /// <summary>The three rates of the month by a key, in one question.</summary>
    public async Task<IReadOnlyList<Counted<TKey>>> CountBy<TKey>(Scope scope, Expression<Func<IssueRecord, TKey>> key, CancellationToken ct) =>
        await Issues(scope).GroupBy(key).Select(x => new Counted<TKey>(
            x.Key, x.Count(),
            new Rate(x.AsQueryable().Where(Denominators[RateKind.Response]).Count(Numerators[RateKind.Response]), x.AsQueryable().Count(Denominators[RateKind.Response])),
            new Rate(x.AsQueryable().Where(Denominators[RateKind.Resolution]).Count(Numerators[RateKind.Resolution]), x.AsQueryable().Count(Denominators[RateKind.Resolution])),
            new Rate(x.AsQueryable().Where(Denominators[RateKind.Satisfaction]).Count(Numerators[RateKind.Satisfaction]), x.AsQueryable().Count(Denominators[RateKind.Satisfaction]))))
            .ToListAsync(ct);

    /// <summary>What was held in the month, at or below the area; newest first.</summary>
    public async Task<IReadOnlyList<Happening>> Happenings(Scope scope, HappeningKind kind, CancellationToken ct)
    {
        var type = (kind switch { HappeningKind.Meetings => typeof(MeetingConcluded), HappeningKind.Activities => typeof(ActivityFinished), HappeningKind.Missed => typeof(MeetingSeriesMissed), _ => typeof(ServiceDelivered) }).FullName!;
        var facts = await db.Facts.AsNoTracking().Where(x => x.Type == type && x.At >= scope.From && x.At < scope.Until).ToListAsync(ct);
        var needs = kind is HappeningKind.Services ? await AreasOfNeeds([.. facts.Select(x => x.SubjectId)], ct) : [];
        var within = (await db.AreasWithin([scope.Area.Path]).ToListAsync(ct)).ToHashSet();
        return [.. facts.Select(x => x.Fact()).Select(fact => fact switch
        {
            MeetingConcluded x => new Happening(x.EventId, x.At, x.SubjectId, x.AreaId, x.Attended, 0),
            MeetingSeriesMissed x => new Happening(x.EventId, x.At, x.BodyId, x.AreaId, 0, 0),
            ActivityFinished x => new Happening(x.EventId, x.At, x.SubjectId, x.AreaId, x.People, x.Minutes),
            ServiceDelivered x => new Happening(x.EventId, x.At, x.SubjectId, needs.TryGetValue(x.SubjectId, out var need) ? need : null, x.PeopleServed, 0),
            _ => throw new InvalidOperationException($"{fact?.GetType().Name} is not counted."),
        }).Where(x => x.AreaId is { } area ? within.Contains(area) : scope.Area.Level is AreaLevel.Street).OrderByDescending(x => x.Id)];
    }

    /// <summary>Meetings that ended at or below the area: those named, whenever, or those of the months.</summary>
    public async Task<Dictionary<Guid, MeetingConcluded>> MeetingsWithin(Scope scope, IReadOnlySet<Guid>? named, CancellationToken ct)
    {
        var type = typeof(MeetingConcluded).FullName;
        var facts = await db.Facts.AsNoTracking().Where(x => x.Type == type && (named == null ? x.At >= scope.From && x.At < scope.Until : named.Contains(x.SubjectId))).ToListAsync(ct);
        var within = (await db.AreasWithin([scope.Area.Path]).ToListAsync(ct)).ToHashSet();
        return facts.Select(x => (MeetingConcluded)x.Fact()!).Where(x => within.Contains(x.AreaId)).DistinctBy(x => x.SubjectId).ToDictionary(x => x.SubjectId);
    }

    // A service's fact names its need; where that is, the need's own fact told.
    private async Task<Dictionary<Guid, Guid>> AreasOfNeeds(Guid[] needs, CancellationToken ct)
    {
        var published = await db.Facts.AsNoTracking().Where(x => x.Type == typeof(NeedPublished).FullName && needs.Contains(x.SubjectId)).ToListAsync(ct);
        return published.InOrder().GroupBy(x => x.SubjectId).ToDictionary(x => x.Key, x => ((NeedPublished)x.Last().Fact()!).AreaId);
    }

    private async Task<AreaCopy> Highest(CancellationToken ct)
    {
        var paths = caller.AreasOf(InsightsApi.Leaders);
        return await db.Areas.Where(x => paths.Contains(x.Path)).OrderBy(x => x.Path.Length).ThenBy(x => x.Path).FirstOrDefaultAsync(ct)
            ?? throw new RefusedException(KernelRefusals.OutsideYourArea);
    }
}
