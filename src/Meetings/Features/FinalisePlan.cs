using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A plan becomes final: because everybody agrees, or by a vote where the body's rules let one stand in for that.</summary>
public static class FinalisePlan
{
    /// <param name="MeetingId">The meeting of the body.</param>
    /// <param name="VoteId">The vote that passed there, on an item about this plan.</param>
    public sealed record VoteRequest([property: Needed] Guid? MeetingId, [property: Needed] Guid? VoteId);

    /// <param name="Missing">What stands before the gate; empty where it is open.</param>
    /// <param name="FallbackVote">Whether the body's rules let a vote stand in.</param>
    public sealed record GateView(bool IsOpen, IReadOnlyList<Missing> Missing, bool FallbackVote);

    public static async Task<Ok<GateView>> Gate(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var plan = await db.Plan(id, ct);
        await caller.DemandIn(db, plan.AreaId, Rights.Readers, ct);
        var gate = ConsensusGate.Of(plan, await db.BeforeTheGate(plan, ct), clock.GetUtcNow());
        return TypedResults.Ok(new GateView(gate.IsOpen, gate.Missing, (await db.Body(plan.BodyId, ct)).InForce.Rules.FallbackVote));
    }

    public static async Task<NoContent> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);

        plan.Finalise(await db.BeforeTheGate(plan, ct), clock.GetUtcNow());

        return await db.Said(plan, response, ct);
    }

    public static async Task<NoContent> ByVote(
        Guid id, VoteRequest request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);
        var meeting = await db.Meetings.Include(x => x.Items).ThenInclude(x => x.Votes).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == request.MeetingId, ct)
                      ?? throw new RefusedException(PlanRefusals.NoPassedVote);

        plan.FinaliseByVote(await db.BeforeTheGate(plan, ct), (await db.Body(plan.BodyId, ct)).InForce.Rules, meeting, request.VoteId!.Value, clock.GetUtcNow());

        return await db.Said(plan, response, ct);
    }

    private static async Task<NoContent> Said(this MeetingsDb db, Plan plan, HttpResponse response, CancellationToken ct)
    {
        db.Say(plan, new PlanFinalised
        {
            BodyId = plan.BodyId, AreaId = plan.AreaId, IssueId = plan.IssueId, ProjectId = plan.ProjectId, PlanVersion = plan.LastVersion!.Number,
            Rounds = plan.Rounds.Count, ByVote = plan.Decision is PlanDecision.Vote,
        });
        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.NoContent();
    }
}
