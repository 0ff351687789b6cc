using Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What rounds of consent come to, by body, of the rounds that ended in a period.</summary>
public static class CountPlans
{
    private const int DaysUnlessTold = 365;

    /// <param name="From">Its first day; a year ago unless told.</param>
    /// <param name="To">Its last day; today unless told.</param>
    /// <param name="Body">Only this body's.</param>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null, Guid? Body = null);

    /// <param name="Rounds">Rounds that ended in the period.</param>
    /// <param name="Answers">People who answered in them, each once a round.</param>
    /// <param name="Asked">How many were asked in them.</param>
    /// <param name="Reach">Answers of those asked, in percent; null where nobody was.</param>
    /// <param name="Opinions">Of the answers, those with words, as far as they were not taken back.</param>
    /// <param name="Disposed">Of these, those that were dealt with; the aim is all of them.</param>
    /// <param name="DisposedShare">In percent; null where nothing was said.</param>
    /// <param name="StandingObjections">Objections that nobody took back when their round ended.</param>
    /// <param name="Finalised">Plans that became final in the period.</param>
    /// <param name="ByVote">Of these, by a vote instead of consensus.</param>
    /// <param name="RoundsToConsensus">How many rounds consensus took, on average; null where there was none.</param>
    public sealed record Row(
        Guid BodyId, string BodyName, int Rounds, int Answers, int Asked, double? Reach, int Opinions, int Disposed, double? DisposedShare, int StandingObjections,
        int Finalised, int ByVote, double? RoundsToConsensus);

    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<Row> Bodies);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), (await db.Street(ct)).Zone);
        var to = query.To ?? now.DayIn(zone);
        var from = query.From ?? (to.DayNumber > DaysUnlessTold ? to.AddDays(-DaysUnlessTold) : DateOnly.MinValue.AddDays(1));
        var (begin, end) = (Beginning(from, zone), to == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Beginning(to.AddDays(1), zone));
        var readable = db.AreasOf(caller, Rights.Readers);
        var plans = db.Plans.Where(x => readable.Contains(x.AreaId) && (query.Body == null || x.BodyId == query.Body));

        // The length of a year's rounds in a street is a few hundred: they are counted here, by the rules of the domain.
        var rounds = await db.Set<PlanRound>().Where(x => (x.ClosedAt ?? x.To) >= begin && (x.ClosedAt ?? x.To) < end && (x.ClosedAt ?? x.To) <= now)
            .Join(plans, r => r.PlanId, p => p.Id, (r, p) => new { Round = r, p.BodyId }).ToListAsync(ct);
        var ids = rounds.Select(x => x.Round.Id).ToList();
        var said = (await db.Opinions.Where(x => ids.Contains(x.RoundId)).GroupBy(x => x.RoundId).Select(x => new
        {
            x.Key, Answers = x.Count(), Opinions = x.Count(o => o.Text != null && o.Concern != ConcernState.Withdrawn),
            Disposed = x.Count(o => o.Text != null && o.Concern != ConcernState.Withdrawn && o.Disposition != null),
            Standing = x.Count(o => o.Stand == Stand.Objection && o.Concern != ConcernState.Withdrawn),
        }).ToListAsync(ct)).ToDictionary(x => x.Key);
        var final = await plans.Where(x => x.FinalisedAt >= begin && x.FinalisedAt < end).Select(x => new { x.BodyId, x.Decision, Rounds = x.Rounds.Count }).ToListAsync(ct);
        var bodies = rounds.Select(x => x.BodyId).Concat(final.Select(x => x.BodyId)).Distinct().ToList();
        var names = await db.Bodies.Where(x => bodies.Contains(x.Id)).OrderBy(x => x.Id).Select(x => new { x.Id, x.Name }).ToListAsync(ct);
        return TypedResults.Ok(new View(from, to, [.. names.Select(body =>
        {
            var own = rounds.Where(x => x.BodyId == body.Id).Select(x => x.Round).ToList();
            var answers = own.Select(x => said.GetValueOrDefault(x.Id)).Where(x => x is not null).ToList();
            var (all, opinions, disposed, asked) = (answers.Sum(x => x!.Answers), answers.Sum(x => x!.Opinions), answers.Sum(x => x!.Disposed), own.Sum(x => x.Asked));
            var agreed = final.Where(x => x.BodyId == body.Id && x.Decision is PlanDecision.Consensus).ToList();
            return new Row(body.Id, body.Name, own.Count, all, asked, Percent(all, asked), opinions, disposed, Percent(disposed, opinions), answers.Sum(x => x!.Standing),
                final.Count(x => x.BodyId == body.Id), final.Count(x => x.BodyId == body.Id && x.Decision is PlanDecision.Vote),
                agreed.Count == 0 ? null : Math.Round(agreed.Average(x => x.Rounds), 1));
        })]));
    }

    // The first and the last day that there are have no neighbour that a zone could shift them to.
    private static DateTimeOffset Beginning(DateOnly day, TimeZoneInfo zone) => day.DayNumber < 2 ? DateTimeOffset.MinValue : day.StartIn(zone);

    private static double? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 1);
}
