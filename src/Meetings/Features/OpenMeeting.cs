using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The session begins: check-in is open, and minutes can be written.</summary>
public static class OpenMeeting
{
    /// <param name="CheckInCode">Shown in the room for a minute; whoever has a seat checks in with it.</param>
    public sealed record Opened(string CheckInCode);

    public static async Task<Ok<Opened>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var now = clock.GetUtcNow();
        var zone = (await db.Street(ct)).Zone;
        meeting.Open(now, zone, RoomCode.NewSecret());
        // Asked when it begins: until then they could be trained, or somebody else named to chair.
        if (await ConvenorUntrained.Of(db, meeting, caller.Me, now.DayIn(zone), ct) is not null) meeting.LedUntrained(now);
        db.Minutes.Add(new Minutes(meeting.Id));
        db.SpeakersLists.Add(new SpeakersList(meeting.Id));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Opened(meeting.RoomCodeAt(now)!));
    }
}
