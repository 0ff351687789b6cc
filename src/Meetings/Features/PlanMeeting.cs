using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A meeting is planned; nobody but those who convene there sees it yet.</summary>
public static class PlanMeeting
{
    /// <param name="IssueIds">Issues of the body's inbox, in the order of the agenda.</param>
    /// <param name="FreeItems">Items that no issue is behind; they come after the issues.</param>
    /// <param name="PlanIds">Plans of the body; they come after the issues.</param>
    /// <param name="CarriedIds">Free items of earlier meetings that wait in the body's inbox; they come after the plans.</param>
    /// <param name="Mode">In one room, from afar, or both.</param>
    /// <param name="Link">Where one joins from afar: an https address.</param>
    public sealed record Request(
        [property: Needed] Guid? BodyId, [property: Needed] DateTimeOffset? StartsAt, [property: Needed, Text(100)] string? Place,
        [property: AtMost(50)] IReadOnlyList<Guid>? IssueIds, [property: AtMost(50)] IReadOnlyList<AddItems.FreeItem>? FreeItems,
        MeetingMode Mode = MeetingMode.InPerson, [property: Text(500)] string? Link = null,
        [property: AtMost(50)] IReadOnlyList<Guid>? PlanIds = null, [property: AtMost(50)] IReadOnlyList<Guid>? CarriedIds = null);

    public sealed record Planned(Guid Id);

    public static async Task<Created<Planned>> Handle(Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(request.BodyId!.Value, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Conveners, ct);

        var meeting = Meeting.Plan(body, request.StartsAt!.Value, request.Place!);
        meeting.Meet(request.Mode, request.Link);
        db.Meetings.Add(meeting);
        await AddItems.Add(db, meeting, request.IssueIds ?? [], request.FreeItems ?? [], clock.GetUtcNow(), ct, request.PlanIds, request.CarriedIds);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/{meeting.Id}", new Planned(meeting.Id));
    }
}
