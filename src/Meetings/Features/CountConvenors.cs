using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The numbers of rows 7 to 9 of the handbook of mechanisms: candidates, seats, training. Each is what a list of ours shows with the same filter.</summary>
public static class CountConvenors
{
    /// <param name="Count">Candidates found so, proposed in the period.</param>
    public sealed record BySource(CandidateSource Source, int Count);

    /// <param name="Before">The mean of 1 to 5, before; null without a score.</param>
    /// <param name="After">The mean of 1 to 5, after; null without a score.</param>
    public sealed record ByCompetency(Competency Competency, int People, double? Before, double? After);

    /// <param name="Decided">Of the candidates of the period, those that the branch has decided on.</param>
    /// <param name="DaysToDecision">From proposal to decision, the mean of those; null without one.</param>
    /// <param name="LongestDaysToDecision">The longest of those.</param>
    /// <param name="Bodies">Bodies of the area.</param>
    /// <param name="SeatsFilled">Those that have a convenor in office today.</param>
    /// <param name="Convenors">Convenors in office today.</param>
    /// <param name="Trained">Those of them with a certificate that is good today.</param>
    /// <param name="Workshops">With a session in the period that somebody came to.</param>
    /// <param name="TrainingMinutes">Minutes that people sat in them, each person's counted.</param>
    /// <param name="Certificates">Given in the period and not revoked.</param>
    public sealed record View(
        IReadOnlyList<BySource> Candidates, int Decided, double? DaysToDecision, double? LongestDaysToDecision, int Bodies, int SeatsFilled, int Convenors, int Trained,
        int Workshops, long TrainingMinutes, int Certificates, IReadOnlyList<ByCompetency> Scores);

    /// <param name="area">Only this area and those in it.</param>
    /// <param name="from">What happened at this instant or later.</param>
    /// <param name="to">What happened before this instant.</param>
    public static async Task<Ok<View>> Handle(
        Guid? area, DateTimeOffset? from, DateTimeOffset? to, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (since, until, today, zone) = (from?.ToUniversalTime(), to?.ToUniversalTime(), await db.Today(clock, ct), (await db.Street(ct)).Zone);
        var areas = await db.AreasWithin(caller, Rights.Readers, area, ct);
        var found = await new CandidateFilter(null, area, null, null, from, to, null).Of(db, caller, ct);
        var sources = await found.GroupBy(x => x.Source).Select(x => new BySource(x.Key, x.Count())).ToListAsync(ct);
        var decided = (await found.Where(x => x.DecidedAt != null).Select(x => new { x.ProposedAt, x.DecidedAt }).ToListAsync(ct))
            .ConvertAll(x => (x.DecidedAt!.Value - x.ProposedAt).TotalDays);

        var office = db.Roster.Where(x => areas.Contains(x.AreaId) && x.Role == RosterRole.Convenor && x.State == RosterState.Active && x.From <= today && x.To >= today);
        var trained = office.Where(x => db.Certificates.Any(c => c.PersonId == x.PersonId && c.IssuedOn <= today && (c.RevokedOn == null || c.RevokedOn > today)));

        var sessions = db.TrainingSessions.Where(s => (since == null || s.StartsAt >= since) && (until == null || s.StartsAt < until)
            && db.Workshops.Any(w => w.Id == s.WorkshopId && areas.Contains(w.AreaId)) && s.Places.Any(p => p.AttendedAt != null));
        var scores = await db.Assessments
            .Where(a => (since == null || a.AssessedAt >= since) && (until == null || a.AssessedAt < until) && db.Workshops.Any(w => w.Id == a.WorkshopId && areas.Contains(w.AreaId)))
            .SelectMany(a => a.Scores).GroupBy(s => s.Competency)
            .Select(s => new ByCompetency(s.Key, s.Count(), s.Average(x => (double?)x.Before), s.Average(x => (double?)x.After))).ToListAsync(ct);
        var (firstDay, lastDay) = (since?.DayIn(zone), until?.AddTicks(-1).DayIn(zone));

        return TypedResults.Ok(new View(
            [.. Enum.GetValues<CandidateSource>().Select(x => sources.Find(s => s.Source == x) ?? new BySource(x, 0))],
            decided.Count, decided.Count > 0 ? decided.Average() : null, decided.Count > 0 ? decided.Max() : null,
            await db.Bodies.CountAsync(x => areas.Contains(x.AreaId), ct), await office.Select(x => x.BodyId).Distinct().CountAsync(ct),
            await office.CountAsync(ct), await trained.CountAsync(ct),
            await sessions.Select(x => x.WorkshopId).Distinct().CountAsync(ct),
            await sessions.SumAsync(s => (long)s.Minutes * s.Places.Count(p => p.AttendedAt != null), ct),
            await db.Certificates.CountAsync(x => areas.Contains(x.AreaId) && x.RevokedOn == null && (firstDay == null || x.IssuedOn >= firstDay) && (lastDay == null || x.IssuedOn <= lastDay), ct),
            [.. Enum.GetValues<Competency>().Select(x => scores.Find(s => s.Competency == x) ?? new ByCompetency(x, 0, null, null))]));
    }
}
