using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The candidate no longer stands: they say so themselves, or staff write it down.</summary>
public static class WithdrawCandidate
{
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        if (candidate.PersonId != caller.Me) await caller.DemandIn(db, candidate.AreaId, Rights.Founders, ct);

        candidate.Withdraw(request.Reason!);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
