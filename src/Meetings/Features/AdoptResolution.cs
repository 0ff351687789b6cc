using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Events;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The meeting resolves an item, after a passed vote or a plan's consensus, and says who is to do what by when. No actions: resolved without any.</summary>
public static class AdoptResolution
{
    /// <param name="Kind">Whose hands it is in.</param>
    /// <param name="What">What is to be done.</param>
    /// <param name="AreaId">Where; without it in the body's area.</param>
    /// <param name="DueOn">By which day, in the street's zone.</param>
    public sealed record ActionRequest(
        [property: Needed] ActionKind? Kind, [property: Needed, Text(500)] string? What, Guid? AreaId, [property: Needed] DateOnly? DueOn);

    /// <param name="Text">What is resolved.</param>
    /// <param name="Reasons">Why.</param>
    /// <param name="Actions">Who does what by when.</param>
    /// <param name="ReviewOn">The day on which the body looks again at what came of it.</param>
    public sealed record Request(
        [property: Needed, Text(4000)] string? Text, [property: Text(4000)] string? Reasons, [property: AtMost(30)] IReadOnlyList<ActionRequest>? Actions,
        DateOnly? ReviewOn = null);

    public sealed record Adopted(Guid Id, IReadOnlyList<Guid> ActionIds);

    public static async Task<Created<Adopted>> Handle(
        Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, ServiceName service, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var actions = new List<ResolvedAction>();
        foreach (var asked in request.Actions ?? [])
            actions.Add(new ResolvedAction
            {
                ActionId = Guid.CreateVersion7(), Kind = asked.Kind!.Value, What = asked.What!, DueOn = asked.DueOn!.Value,
                AreaId = (await db.Area(asked.AreaId ?? meeting.AreaId, ct)).Id,
            });
        var now = clock.GetUtcNow();

        var item = meeting.Resolve(itemId, await db.IsAgreed(meeting.Item(itemId), ct));
        var resolution = Resolution.Of(meeting, item, request.Text!, request.Reasons ?? "", actions, now, now.DayIn((await db.Street(ct)).Zone));
        resolution.LookAgain(request.ReviewOn, await db.Today(clock, ct));
        db.Resolutions.Add(resolution);
        await db.Settle(meeting, item, Standing.Resolved, caller.Me, now, ct);
        foreach (var action in actions) await db.TakeUp(action.ActionId, service.Value, ct);

        db.Say(resolution, new ResolutionAdopted
        {
            MeetingId = meeting.Id, ItemId = item.Id, AreaId = meeting.AreaId, IssueId = item.IssueId, Actions = actions,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/resolutions/{resolution.Id}", new Adopted(resolution.Id, [.. actions.Select(x => x.ActionId)]));
    }
}
