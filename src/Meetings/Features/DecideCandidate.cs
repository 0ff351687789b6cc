using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The party branch has decided: its secretary writes it down, never about themselves.</summary>
public static class DecideCandidate
{
    /// <param name="Accept">Accepted, or rejected.</param>
    /// <param name="Reason">Why, whichever way.</param>
    /// <param name="Minutes">Which meeting of the branch, and what its minutes say.</param>
    public sealed record Request([property: Needed] bool? Accept, [property: Needed, Text(1000)] string? Reason, [property: Needed, Text(4000)] string? Minutes);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Branch, ct);

        candidate.Decide(request.Accept!.Value, request.Reason!, request.Minutes!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
