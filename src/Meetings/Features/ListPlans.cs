using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Plans of the street's bodies, newest first; those that ask somebody; and in public, as counts alone.</summary>
public static class ListPlans
{
    /// <param name="Version">Its latest version; 0 before the first.</param>
    /// <param name="Rounds">How many there were.</param>
    /// <param name="To">The first moment after the round that is open.</param>
    /// <param name="Answers">In the latest round.</param>
    /// <param name="Objections">In the latest round.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, Guid AreaId, string Title, string? ReceiptNumber, PlanStage Stage, int Version, int Rounds, DateTimeOffset? To,
        int Answers, int Objections, DateTimeOffset? FinalisedAt);

    /// <param name="Answered">Whether the caller has answered the round that is open.</param>
    public sealed record Mine(View Plan, bool Named, bool Answered);

    /// <param name="page">Which page.</param>
    /// <param name="body">Only this body's.</param>
    /// <param name="stage">Only those that are so far.</param>
    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, Guid? body, PlanStage? stage, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = db.Plans.Where(x => body == null || x.BodyId == body);
        if (stage is { } so) rows = rows.At(so, now);
        var found = await rows.NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>(await Views(db, found.Items, now, ct), found.Next));
    }

    /// <summary>Those with a round now that the caller is asked in, and those that the caller answered or is named in; newest first.</summary>
    public static async Task<Ok<Page<Mine>>> OfMine([AsParameters] PageQuery page, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (now, me) = (clock.GetUtcNow(), caller.Me);
        var paths = caller.Memberships.Select(x => x.AreaPath).Distinct().ToArray();
#pragma warning disable CA1310 // Translated to SQL, which knows no other comparison.
        var areas = db.Areas.Where(a => paths.Any(p => a.Path.StartsWith(p) || p.StartsWith(a.Path))).Select(a => a.Id);
#pragma warning restore CA1310
        var asked = db.Plans.At(PlanStage.Consulting, now).Where(x => areas.Contains(x.AreaId)).Select(x => x.Id);
        var rows = db.Plans.Where(x => asked.Contains(x.Id) || x.Stakeholders.Any(s => s.PersonId == me) || db.Opinions.Any(o => o.PersonId == me && o.PlanId == x.Id));
        var found = await rows.NewestFirst(page, x => x, x => x.Id, ct);
        var ids = found.Items.Select(x => x.Id).ToList();
        var named = await db.Set<Stakeholder>().Where(x => ids.Contains(x.PlanId) && x.PersonId == me).Select(x => x.PlanId).ToListAsync(ct);
        var answered = await db.Opinions.Where(x => ids.Contains(x.PlanId) && x.PersonId == me).Select(x => new { x.PlanId, x.RoundNumber }).ToListAsync(ct);
        return TypedResults.Ok(new Page<Mine>([.. (await Views(db, found.Items, now, ct)).Select(x =>
            new Mine(x, named.Contains(x.Id), answered.Exists(a => a.PlanId == x.Id && a.RoundNumber == x.Rounds)))], found.Next));
    }

    /// <summary>What the street asks its residents about, and how many answered: no words, no names.</summary>
    public static async Task<Ok<Page<View>>> Public(string street, [AsParameters] PageQuery page, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var found = await db.Plans.Where(x => x.Rounds.Any()).NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>(await Views(db, found.Items, clock.GetUtcNow(), ct), found.Next));
    }

    internal static IQueryable<Plan> At(this IQueryable<Plan> rows, PlanStage stage, DateTimeOffset now) => stage switch
    {
        PlanStage.Finalised => rows.Where(x => x.FinalisedAt != null),
        PlanStage.Drafted => rows.Where(x => x.FinalisedAt == null && !x.Rounds.Any()),
        PlanStage.Consulting => rows.Where(x => x.FinalisedAt == null && x.Rounds.Any(r => r.ClosedAt == null && r.To > now)),
        _ => rows.Where(x => x.FinalisedAt == null && x.Rounds.Any() && !x.Rounds.Any(r => r.ClosedAt == null && r.To > now)),
    };

    private static async Task<IReadOnlyList<View>> Views(MeetingsDb db, IReadOnlyList<Plan> plans, DateTimeOffset now, CancellationToken ct)
    {
        var ids = plans.Select(x => x.Id).ToList();
        var full = await db.Plans.Include(x => x.Rounds).Include(x => x.Versions).AsSplitQuery().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var rounds = full.Values.Select(x => x.LastRound?.Id).OfType<Guid>().ToList();
        var said = (await db.Opinions.Where(x => rounds.Contains(x.RoundId)).GroupBy(x => new { x.RoundId, x.Stand }).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct))
            .ToLookup(x => x.Key.RoundId, x => (x.Key.Stand, x.Count));
        var bodies = await db.Bodies.Where(b => db.Plans.Any(p => ids.Contains(p.Id) && p.BodyId == b.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        return [.. ids.Select(x => full[x]).Select(x =>
        {
            var answers = x.LastRound is { } last ? said[last.Id].ToList() : [];
            return new View(
                x.Id, x.BodyId, bodies[x.BodyId], x.AreaId, x.Title, x.ReceiptNumber, x.StageAt(now), x.LastVersion?.Number ?? 0, x.Rounds.Count,
                x.LastRound is { } open && open.IsOpen(now) ? open.To : null, answers.Sum(a => a.Count), answers.Where(a => a.Stand is Stand.Objection).Sum(a => a.Count), x.FinalisedAt);
        })];
    }
}
