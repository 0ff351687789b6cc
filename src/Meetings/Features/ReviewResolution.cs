using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The body looks again at what came of a resolution 回头看.</summary>
public static class ReviewResolution
{
    /// <param name="Words">What it found; official, may be published.</param>
    /// <param name="Next">The day on which it looks once more; without it never again.</param>
    public sealed record Request([property: Needed, Text(1000)] string? Words, DateOnly? Next);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var resolution = await db.Resolutions.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        db.Match(resolution);
        await caller.DemandIn(db, resolution.AreaId, Rights.Conveners, ct);

        resolution.Review(request.Words!, request.Next, await db.Today(clock, ct), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
