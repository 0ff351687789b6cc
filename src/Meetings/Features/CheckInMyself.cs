using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A member checks in with the code shown in the room: proof of being there.</summary>
public static class CheckInMyself
{
    public sealed record Request([property: Needed, Text(6)] string? Code);

    public static async Task<Ok<Quorum>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        meeting.DemandInSession();
        if (meeting.CheckInCode != request.Code) throw new RefusedException(MeetingRefusals.WrongCode);

        meeting.CheckIn(caller.Me, clock.GetUtcNow(), caller.Me);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(meeting.Quorum!);
    }
}
