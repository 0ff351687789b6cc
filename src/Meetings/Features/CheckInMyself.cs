using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
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

        meeting.CheckInWith(request.Code!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(meeting.Quorum!);
    }
}
