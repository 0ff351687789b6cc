using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// One plan as the caller may see it: words, drawings and counts for every member; who the stakeholders are and how each stands for those who
/// run it and for the stakeholders themselves; of what was said, one's own.
/// </summary>
public static class GetPlan
{
    public sealed record DrawingView(Guid Id, Drawings.DrawingKind Kind, string Name);

    /// <param name="OpinionId">The concern; whose it is tells the ledger.</param>
    public sealed record AnswerView(Guid OpinionId, string How);

    public sealed record VersionView(Guid Id, int Number, string Text, DateTimeOffset PublishedAt, IReadOnlyList<DrawingView> Drawings, IReadOnlyList<AnswerView> Answers);

    /// <param name="To">The first moment after it.</param>
    /// <param name="Open">Announced and not over.</param>
    /// <param name="Takes">Answers are taken now.</param>
    public sealed record RoundView(
        Guid Id, int Number, int VersionNumber, DateTimeOffset From, DateTimeOffset To, DateTimeOffset? ClosedAt, bool Open, bool Takes, int Asked,
        int Satisfied, int CanLiveWith, int Objections);

    /// <param name="Stand">In the latest round; null where there is no answer yet. An objection that was taken back is one they can live with.</param>
    public sealed record StakeholderView(Guid Id, Guid PersonId, string Name, string? Party, bool Gone, Stand? Stand);

    /// <summary>What the caller answered in the latest round.</summary>
    public sealed record MineView(Guid OpinionId, Stand Stand, string? Text, int Version);

    /// <param name="Stakeholders">Null for those who neither run it nor are one of them.</param>
    /// <param name="MayAnswer">The caller may answer now.</param>
    /// <param name="MayRun">The caller may run it.</param>
    /// <param name="MayRead">The caller may read the ledger.</param>
    /// <param name="MayInterview">The caller may read focus interviews.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, Guid AreaId, string AreaName, string Title, PlanStage Stage, Guid? IssueId, string? ReceiptNumber, Guid? ProjectId,
        DateTimeOffset CreatedAt, DateTimeOffset? FinalisedAt, PlanDecision? Decision, int StakeholderCount, IReadOnlyList<StakeholderView>? Stakeholders,
        IReadOnlyList<VersionView> Versions, IReadOnlyList<RoundView> Rounds, MineView? Mine, bool MayAnswer, bool MayRun, bool MayRead, bool MayInterview, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var (plan, now) = (await db.Plan(id, ct), clock.GetUtcNow());
        var area = await db.Area(plan.AreaId, ct);
        var body = await db.Bodies.Where(x => x.Id == plan.BodyId).Select(x => x.Name).SingleAsync(ct);
        var (runs, reads) = (caller.Holds(area.Path, Rights.Conveners), caller.Holds(area.Path, Rights.Readers));
        var named = plan.Stakeholders.Any(x => x.PersonId == caller.Me);
        var latest = plan.LastRound;
        var stands = latest is null ? [] : await db.Opinions.Where(x => x.RoundId == latest.Id && (x.PersonId == caller.Me || plan.Stakeholders.Select(s => s.PersonId).Contains(x.PersonId)))
            .ToDictionaryAsync(x => x.PersonId, ct);
        response.SetVersion(plan.Version);
        return TypedResults.Ok(new View(
            plan.Id, plan.BodyId, body, area.Id, area.Name, plan.Title, plan.StageAt(now), plan.IssueId, plan.ReceiptNumber, plan.ProjectId, plan.CreatedAt,
            plan.FinalisedAt, plan.Decision, plan.Stakeholders.Count,
            reads || named ? [.. plan.Stakeholders.OrderBy(x => x.Id).Select(x =>
                new StakeholderView(x.Id, x.PersonId, x.Name, x.Party, x.Gone, stands.GetValueOrDefault(x.PersonId)?.Holds))] : null,
            await Versions(db, plan, ct), await Rounds(db, plan, now, ct),
            stands.GetValueOrDefault(caller.Me) is { } mine ? new MineView(mine.Id, mine.Stand, mine.Text, mine.Version) : null,
            plan.FinalisedAt is null && latest?.Takes(now) is true && (named || caller.BelongsTo(area.Path)), runs, reads,
            caller.Holds(area.Path, PlanRights.Interviewers), plan.Version));
    }

    private static async Task<IReadOnlyList<VersionView>> Versions(MeetingsDb db, Plan plan, CancellationToken ct)
    {
        var drawings = (await db.Drawings.AsNoTracking().Where(x => x.PlanId == plan.Id).OrderBy(x => x.Id).ToListAsync(ct)).ToLookup(x => x.VersionId);
        return [.. plan.Versions.OrderByDescending(x => x.Number).Select(x => new VersionView(
            x.Id, x.Number, x.Text, x.PublishedAt, [.. drawings[x.Id].Select(d => new DrawingView(d.Id, d.Kind, d.Name))],
            [.. x.Answers.OrderBy(a => a.Id).Select(a => new AnswerView(a.OpinionId, a.How))]))];
    }

    private static async Task<IReadOnlyList<RoundView>> Rounds(MeetingsDb db, Plan plan, DateTimeOffset now, CancellationToken ct)
    {
        var counts = (await db.Opinions.Where(x => x.PlanId == plan.Id).GroupBy(x => new { x.RoundId, x.Stand }).Select(x => new { x.Key, Count = x.Count() })
            .ToListAsync(ct)).ToDictionary(x => (x.Key.RoundId, x.Key.Stand), x => x.Count);
        return [.. plan.Rounds.OrderByDescending(x => x.Number).Select(x => new RoundView(
            x.Id, x.Number, x.VersionNumber, x.From, x.To, x.ClosedAt, x.IsOpen(now), x.Takes(now), x.Asked,
            counts.GetValueOrDefault((x.Id, Stand.Satisfied)), counts.GetValueOrDefault((x.Id, Stand.CanLiveWith)), counts.GetValueOrDefault((x.Id, Stand.Objection))))];
    }
}
