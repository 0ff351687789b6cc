using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Somebody was checked in by mistake.</summary>
public static class CheckOutPerson
{
    public static async Task<Ok<Quorum>> Handle(Guid id, Guid personId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var votes = meeting.Items.SelectMany(x => x.Votes).Select(x => x.Id).ToList();

        meeting.CheckOut(personId, voted: await db.Ballots.AnyAsync(x => votes.Contains(x.VoteId) && x.PersonId == personId, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(meeting.Quorum!);
    }
}
