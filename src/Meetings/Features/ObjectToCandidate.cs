using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Objections during the notice, and the branch's answers.</summary>
public static class ObjectToCandidate
{
    public sealed record Request([property: Needed, Text(2000)] string? Words);

    /// <param name="Upheld">True: the candidate cannot be appointed.</param>
    /// <param name="Reason">Why, whichever way.</param>
    public sealed record AnswerRequest([property: Needed] bool? Upheld, [property: Needed, Text(1000)] string? Reason);

    public sealed record Objected(Guid Id);

    public static async Task<Ok<Objected>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        caller.DemandBelongs((await db.Area(candidate.AreaId, ct)).Path);

        var objection = candidate.Oppose(request.Words!, caller.Me, clock.GetUtcNow(), await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Objected(objection.Id));
    }

    public static async Task<NoContent> Answer(Guid id, Guid objectionId, AnswerRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Branch, ct);

        candidate.Answer(objectionId, request.Upheld!.Value, request.Reason!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
