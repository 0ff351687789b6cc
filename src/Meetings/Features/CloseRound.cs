using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A round is closed before its window ends. At its end it closes by itself.</summary>
public static class CloseRound
{
    public static async Task<NoContent> Handle(
        Guid id, Guid roundId, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);

        plan.CloseRound(roundId, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.NoContent();
    }
}
