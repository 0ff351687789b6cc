using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>自荐: whoever belongs to the area proposes themselves.</summary>
public static class NominateMyself
{
    /// <param name="Name">What one is called.</param>
    /// <param name="ShowsName">One agrees that the public notice shows the whole name.</param>
    /// <param name="Words">Why oneself.</param>
    public sealed record Request([property: Needed, Text(50)] string? Name, bool ShowsName, [property: Needed, Text(2000)] string? Words);

    public static async Task<Created<ProposeCandidate.Proposed>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        caller.DemandBelongs((await db.Area(body.AreaId, ct)).Path);

        var candidate = Candidate.Propose(body, new Proposal(
            CandidateSource.SelfNomination, caller.Me, request.Name!.Trim(), null, null, request.ShowsName, request.Words!), caller.Me, clock.GetUtcNow());

        return await db.Propose(candidate, ct);
    }
}
