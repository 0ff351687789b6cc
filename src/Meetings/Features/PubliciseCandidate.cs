using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The notice 公示 goes up for some days.</summary>
public static class PubliciseCandidate
{
    /// <param name="Days">How many; without it as many as the body's rules have.</param>
    public sealed record Request([property: Between(1, 90)] int? Days);

    /// <param name="NoticeTo">The last day on which anybody may object.</param>
    public sealed record Publicised(DateOnly NoticeTo);

    public static async Task<Ok<Publicised>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, Rights.Founders, ct);
        var body = await db.Body(candidate.BodyId, ct);

        candidate.Publicise(request.Days ?? body.InForce.Rules.PublicationDays, caller.Me, await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Publicised(candidate.NoticeTo!.Value));
    }
}
