using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>What is gathered before the branch decides: visits by staff, statements of whoever belongs to the area.</summary>
public static class GatherOnCandidate
{
    /// <param name="On">The day of the visit.</param>
    /// <param name="Visitors">Who went.</param>
    /// <param name="Notes">What they found; for staff of the area alone.</param>
    public sealed record VisitRequest([property: Needed] DateOnly? On, [property: Needed, Text(100)] string? Visitors, [property: Needed, Text(4000)] string? Notes);

    /// <param name="Words">What is said of the candidate.</param>
    /// <param name="Speaker">Whom staff write down; without it the caller speaks.</param>
    public sealed record StatementRequest([property: Needed, Text(2000)] string? Words, [property: Text(50)] string? Speaker);

    public sealed record Kept(Guid Id);

    public static async Task<Ok<Kept>> Visit(Guid id, VisitRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Proposers, ct);

        var visit = candidate.Visit(request.On!.Value, request.Visitors!, request.Notes!, caller.Me, await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Kept(visit.Id));
    }

    public static async Task<Ok<Kept>> Statement(Guid id, StatementRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        var area = await db.Area(candidate.AreaId, ct);
        caller.DemandBelongs(area.Path);
        var speaker = request.Speaker.Given();
        if (speaker is not null) caller.Demand(area.Path, ConvenorRights.Proposers);

        var statement = candidate.Hear(speaker is null ? caller.Me : null, speaker, request.Words!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Kept(statement.Id));
    }
}
