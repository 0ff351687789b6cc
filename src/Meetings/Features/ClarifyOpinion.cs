using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A concern is clarified by a visit 走访 or a reply; its author reads the words. Interviews have a door of their own.</summary>
public static class ClarifyOpinion
{
    /// <summary>By which way.</summary>
    public enum Way { Visit, Reply }

    public sealed record Request([property: Needed] Way? Kind, [property: Needed, Text(2000, atLeast: 2)] string? Words);

    public static async Task<NoContent> Handle(
        Guid opinionId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var (opinion, plan) = await db.OpinionToWork(opinionId, ct);
        await caller.DemandIn(db, plan.AreaId, Rights.Conveners, ct);
        plan.DemandOpen();

        opinion.Clarify(request.Kind is Way.Visit ? ClarificationKind.Visit : ClarificationKind.Reply, request.Words!.Trim(), null, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(opinion.Version);
        return TypedResults.NoContent();
    }
}
