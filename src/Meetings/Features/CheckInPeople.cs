using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff check in those whom they see.</summary>
public static class CheckInPeople
{
    /// <param name="PersonIds">Who is there.</param>
    /// <param name="Paper">Whether they signed the paper list.</param>
    public sealed record Request([property: Needed, AtMost(500)] IReadOnlyList<Guid>? PersonIds, bool Paper = false);

    public static async Task<Ok<Quorum>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        foreach (var person in request.PersonIds!) meeting.CheckIn(person, request.Paper ? CheckInWay.Paper : CheckInWay.Staff, clock.GetUtcNow(), caller.Me);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(meeting.Quorum!);
    }
}
