using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>After the notice: appointed for a term, and on the roster with it; another term later.</summary>
public static class AppointConvenor
{
    /// <param name="From">The first day; without it today, or the day after the last term.</param>
    /// <param name="To">The last day.</param>
    public sealed record Request(DateOnly? From, [property: Needed] DateOnly? To);

    public sealed record Appointed(Guid TermId);

    public static async Task<Ok<Appointed>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Branch, ct);
        var today = await db.Today(clock, ct);

        var term = candidate.Appoint(request.From ?? today, request.To!.Value, caller.Me, today);
        db.Roster.Add(RosterEntry.Of(candidate, term));

        return await db.SayAppointed(candidate, term, ct);
    }

    public static async Task<Ok<Appointed>> Renew(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, ConvenorRights.Branch, ct);
        var today = await db.Today(clock, ct);

        var term = candidate.Renew(request.From ?? candidate.NextTerm(today), request.To!.Value, caller.Me);
        (await db.EntryOf(candidate, ct))?.Until(term.To);

        return await db.SayAppointed(candidate, term, ct);
    }

    private static async Task<Ok<Appointed>> SayAppointed(this MeetingsDb db, Candidate candidate, ConvenorTerm term, CancellationToken ct)
    {
        db.Say(candidate, new ConvenorAppointed
        {
            TermId = term.Id, PersonId = candidate.PersonId!.Value, BodyId = candidate.BodyId, AreaId = candidate.AreaId, From = term.From, To = term.To,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Appointed(term.Id));
    }
}
