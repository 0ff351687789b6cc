using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The minutes are posted, for the days that the meeting's rules set.</summary>
public static class PublishMinutes
{
    /// <param name="Waiver">Why they may go out without the approval that the rules ask for; kept on record.</param>
    public sealed record Request([property: Text(500)] string? Waiver);

    public static async Task<NoContent> Handle(Guid id, Request? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        // If-Match names what is published: the minutes' version, not the meeting's.
        if (await db.Minutes.SingleOrDefaultAsync(x => x.Id == id, ct) is { } read) db.Match(read);
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var minutes = await db.Minutes.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(MeetingRefusals.MinutesTooEarly);
        var (now, zone) = (clock.GetUtcNow(), (await db.Street(ct)).Zone);

        meeting.MinutesArePublic(minutes.Lacks(meeting.RuleSet!.Rules), request?.Waiver, now);
        minutes.Publish(now, now.DayIn(zone), meeting.RuleSet!.Rules, request?.Waiver);

        db.Say(meeting, new MinutesPublished { BodyId = meeting.BodyId });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
