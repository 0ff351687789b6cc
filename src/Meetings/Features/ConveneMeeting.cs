using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Notice is given and the agenda published, in one act. A postponed meeting is convened again, for a new time.</summary>
public static class ConveneMeeting
{
    /// <param name="StartsAt">A new time, for a meeting that was postponed.</param>
    /// <param name="Waiver">Why the notice may be shorter than the rules ask; kept on record.</param>
    public sealed record Request(DateTimeOffset? StartsAt, [property: Text(500)] string? Waiver);

    public static async Task<NoContent> Handle(Guid id, Request? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var (body, zone) = (await db.Body(meeting.BodyId, ct), (await db.Street(ct)).Zone);

        if (request?.StartsAt is { } startsAt) meeting.Reschedule(startsAt);
        meeting.Convene(body, clock.GetUtcNow(), zone, request?.Waiver);
        meeting.ConvenedBy(caller.Me);

        db.Say(meeting, new MeetingConvened { BodyId = body.Id, BodyKind = body.Kind, AreaId = meeting.AreaId, StartsAt = meeting.StartsAt });
        db.Say(meeting, new AgendaPublished
        {
            BodyId = body.Id, AreaId = meeting.AreaId, StartsAt = meeting.StartsAt,
            Items = [.. meeting.Items.Where(x => x.Outcome is Outcome.Pending).OrderBy(x => x.Position)
                .Select(x => new PublishedItem { ItemId = x.Id, IssueId = x.IssueId, ReceiptNumber = x.ReceiptNumber })],
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
