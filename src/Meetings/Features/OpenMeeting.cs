using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The session begins: check-in is open, and minutes can be written.</summary>
public static class OpenMeeting
{
    /// <param name="CheckInCode">Shown in the room; whoever has a seat checks in with it.</param>
    public sealed record Opened(string CheckInCode);

    public static async Task<Ok<Opened>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("d6", CultureInfo.InvariantCulture);
        meeting.Open(clock.GetUtcNow(), (await db.Street(ct)).Zone, code);
        db.Minutes.Add(new Minutes(meeting.Id));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Opened(code));
    }
}
