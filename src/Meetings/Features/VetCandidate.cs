using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Looked at on what was gathered: ready for the branch.</summary>
public static class VetCandidate
{
    public static async Task<NoContent> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, Rights.Founders, ct);

        candidate.Vet(caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
