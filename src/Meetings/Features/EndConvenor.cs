using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A convenor's term ends before its time, with the reason.</summary>
public static class EndConvenor
{
    /// <param name="Reason">Why.</param>
    /// <param name="LastDay">Without it today.</param>
    public sealed record Request([property: Needed, Text(500)] string? Reason, DateOnly? LastDay);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Branch, ct);

        await db.End(candidate, request.LastDay ?? await db.Today(clock, ct), request.Reason!, ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>With the roster's entry, and said of each term that is cut short.</summary>
    internal static async Task End(this MeetingsDb db, Candidate candidate, DateOnly lastDay, string reason, CancellationToken ct)
    {
        var cut = candidate.End(lastDay, reason);
        (await db.EntryOf(candidate, ct))?.EndWith(reason, lastDay);
        foreach (var term in cut)
            db.Say(candidate, new ConvenorEnded { TermId = term.Id, PersonId = candidate.PersonId!.Value, BodyId = candidate.BodyId, AreaId = candidate.AreaId, LastDay = lastDay });
    }
}
