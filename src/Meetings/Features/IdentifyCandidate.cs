using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Whose account it is, for a candidate who was proposed by name and phone.</summary>
public static class IdentifyCandidate
{
    public sealed record Request([property: Needed] Guid? PersonId);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var candidate = await db.HoldCandidate(id, ct);
        await caller.DemandIn(db, candidate.AreaId, Rights.Founders, ct);

        candidate.Identify(request.PersonId!.Value, caller.Me);

        await db.SaveOnce(ConvenorRefusals.AlreadyProposed, ct);
        return TypedResults.NoContent();
    }
}
