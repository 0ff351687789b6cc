using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff propose somebody: found on a visit, or recommended.</summary>
public static class ProposeCandidate
{
    /// <param name="Source">How they were found; 自荐 is another door.</param>
    /// <param name="PersonId">Their account; without it the phone is needed.</param>
    /// <param name="Name">What they are called.</param>
    /// <param name="Phone">Kept encrypted, and only where there is no account.</param>
    /// <param name="Referee">Who recommends them; needed for a recommendation.</param>
    /// <param name="ShowsName">They agreed that the public notice shows their whole name.</param>
    /// <param name="Words">Why this person.</param>
    public sealed record Request(
        [property: Needed] CandidateSource? Source, Guid? PersonId, [property: Needed, Text(50)] string? Name, [property: Text(30)] string? Phone,
        [property: Text(50)] string? Referee, bool ShowsName, [property: Needed, Text(2000)] string? Words);

    public sealed record Proposed(Guid Id);

    public static async Task<Created<Proposed>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, Phones phones, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, ConvenorRights.Proposers, ct);
        var phone = request.PersonId is null && request.Phone.Given() is { } typed ? phones.Store(Phones.Normal(typed)).Encrypted : null;

        var candidate = Candidate.Propose(body, new Proposal(
            request.Source!.Value, request.PersonId, request.Name!.Trim(), phone, request.Referee.Given(), request.ShowsName, request.Words!), caller.Me, clock.GetUtcNow());

        return await db.Propose(candidate, ct);
    }

    internal static async Task<Created<Proposed>> Propose(this MeetingsDb db, Candidate candidate, CancellationToken ct)
    {
        db.Candidates.Add(candidate);
        await db.SaveOnce(ConvenorRefusals.AlreadyProposed, ct);
        return TypedResults.Created($"/api/v1/meetings/candidates/{candidate.Id}", new Proposed(candidate.Id));
    }

    /// <summary>What was typed; none for white space.</summary>
    internal static string? Given(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
