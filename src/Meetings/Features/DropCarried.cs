using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A free item that waits is not to be taken up any more: it was settled otherwise, or nobody asks for it.</summary>
public static class DropCarried
{
    /// <param name="Reason">Why, in words that may be published.</param>
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(Guid carriedId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var carried = (await db.TakeCarried([carriedId], ct)).SingleOrDefault() ?? throw new RefusedException(KernelRefusals.NotFound);
        await caller.DemandIn(db, carried.AreaId, Rights.Conveners, ct);
        db.Match(carried);

        carried.Drop(request.Reason!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
