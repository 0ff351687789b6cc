using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff deal with an opinion: taken up, in part, or not, with the reason. Its author reads it.</summary>
public static class DisposeOpinion
{
    /// <param name="Disposition">What is done with it.</param>
    /// <param name="Reason">Why; needed where it is taken up in part, or not.</param>
    public sealed record Request([property: Needed] Disposition? Disposition, [property: Text(1000)] string? Reason);

    public static async Task<NoContent> Handle(
        Guid opinionId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var (opinion, plan) = await db.OpinionToWork(opinionId, ct);
        await caller.DemandIn(db, plan.AreaId, Rights.Conveners, ct);

        opinion.DisposeOf(plan.Round(opinion.RoundId), request.Disposition!.Value, request.Reason, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(opinion.Version);
        return TypedResults.NoContent();
    }

    /// <summary>An opinion to act on, and its plan, which is not made final meanwhile. If-Match names the opinion.</summary>
    internal static async Task<(Opinion Opinion, Plan Plan)> OpinionToWork(this MeetingsDb db, Guid opinionId, CancellationToken ct)
    {
        var planId = await db.Opinions.Where(x => x.Id == opinionId).Select(x => (Guid?)x.PlanId).SingleOrDefaultAsync(ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM opinions WHERE id = {opinionId} FOR UPDATE", ct);
        var opinion = await db.Opinion(opinionId, ct);
        return (opinion, await db.JoinPlan(planId, ct));
    }
}
