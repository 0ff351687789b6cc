using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>After a clarification: staff write down whether a concern is resolved or stands, and its author may take it back.</summary>
public static class SettleConcern
{
    /// <param name="Resolved">Whether the talk resolved it; otherwise it stands.</param>
    public sealed record Request([property: Needed] bool? Resolved);

    public static async Task<NoContent> Handle(Guid opinionId, Request request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var (opinion, plan) = await db.OpinionToWork(opinionId, ct);
        await caller.DemandIn(db, plan.AreaId, Rights.Conveners, ct);
        plan.DemandOpen();

        opinion.Settle(request.Resolved!.Value);

        await db.SaveChangesAsync(ct);
        response.SetVersion(opinion.Version);
        return TypedResults.NoContent();
    }

    /// <summary>Only its author.</summary>
    public static async Task<NoContent> Withdraw(Guid opinionId, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var (opinion, plan) = await db.OpinionToWork(opinionId, ct);
        if (opinion.PersonId != caller.Me) throw new RefusedException(PlanRefusals.NotYours);
        plan.DemandOpen();

        opinion.Withdraw();

        await db.SaveChangesAsync(ct);
        response.SetVersion(opinion.Version);
        return TypedResults.NoContent();
    }
}
