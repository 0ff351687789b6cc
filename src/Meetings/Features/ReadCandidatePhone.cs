using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The phone of a candidate without an account, on record.</summary>
public static class ReadCandidatePhone
{
    /// <param name="Phone">Null where the account is known, or the data was erased.</param>
    public sealed record View(string? Phone);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, Phones phones, CancellationToken ct)
    {
        var candidate = await db.Find<Candidate>(id, ct);
        await caller.DemandIn(db, candidate.AreaId, Rights.Founders, ct);
        db.AuditRead("Candidate.Phone", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new View(candidate.Phone is { } kept ? phones.Read(kept) : null));
    }
}
