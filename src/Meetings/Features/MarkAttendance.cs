using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Who was there: staff mark those whom they see, or whoever comes types in the code that the room shows.</summary>
public static class MarkAttendance
{
    /// <param name="Present">Everybody of the session who was there; whoever is left out was not.</param>
    public sealed record Request([property: Needed, AtMost(500)] IReadOnlyList<Guid>? Present);

    public sealed record CodeRequest([property: Needed, Text(6)] string? Code);

    public static async Task<NoContent> Handle(Guid id, Guid sessionId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var zone = (await db.Street(ct)).Zone;
        return await db.ChangeWorkshop(id, caller, x => x.Attended(sessionId, [.. request.Present!], clock.GetUtcNow(), caller.Me, zone), ct);
    }

    public static async Task<NoContent> CheckIn(Guid id, Guid sessionId, CodeRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var workshop = await db.HoldSession(id, sessionId, ct);

        workshop.CheckIn(sessionId, request.Code!, caller.Me, clock.GetUtcNow(), (await db.Street(ct)).Zone);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
