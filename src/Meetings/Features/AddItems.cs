using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Items are put on an agenda that is not published yet.</summary>
public static class AddItems
{
    public sealed record FreeItem([property: Needed, Text(200)] string? Title, [property: Text(4000)] string? Text);

    /// <param name="IssueIds">Issues of the inbox.</param>
    /// <param name="FreeItems">Items that nothing is behind.</param>
    /// <param name="PlanIds">Plans of the body.</param>
    /// <param name="CarriedIds">Free items of earlier meetings that wait in the inbox.</param>
    public sealed record Request(
        [property: AtMost(50)] IReadOnlyList<Guid>? IssueIds, [property: AtMost(50)] IReadOnlyList<FreeItem>? FreeItems,
        [property: AtMost(50)] IReadOnlyList<Guid>? PlanIds = null, [property: AtMost(50)] IReadOnlyList<Guid>? CarriedIds = null);

    public sealed record Added(IReadOnlyList<Guid> ItemIds);

    public static async Task<Ok<Added>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issues = request.IssueIds ?? [];
        // Before the meeting's row, in the order in which everybody holds them.
        await db.TakeCarried(request.CarriedIds ?? [], ct);
        await db.Take(issues, ct);
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var added = await Add(db, meeting, issues, request.FreeItems ?? [], clock.GetUtcNow(), ct, request.PlanIds, request.CarriedIds);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Added(added));
    }

    /// <exception cref="RefusedException">An issue or carried item does not wait in this inbox; of two meetings at once the second is told so.</exception>
    internal static async Task<List<Guid>> Add(
        MeetingsDb db, Meeting meeting, IReadOnlyList<Guid> issueIds, IReadOnlyList<FreeItem> free, DateTimeOffset now, CancellationToken ct,
        IReadOnlyList<Guid>? planIds = null, IReadOnlyList<Guid>? carriedIds = null)
    {
        var carried = await db.TakeCarried(carriedIds ?? [], ct);
        if (carriedIds?.FirstOrDefault(x => carried.All(c => c.Id != x)) is { } unknown && unknown != Guid.Empty) throw new RefusedException(CarriedRefusals.NotWaiting.With(unknown));
        var waiting = (await db.Take(issueIds, ct)).ToDictionary(x => x.Id);
        var items = issueIds.Select(x => waiting.TryGetValue(x, out var issue)
            ? meeting.Add(issue, now) : throw new RefusedException(MeetingRefusals.NotInInbox.With(x))).ToList();
        foreach (var plan in (planIds ?? []).Distinct()) items.Add(meeting.Add(await db.ForAgenda(plan, ct)));
        items.AddRange(carried.Select(meeting.Add));
        items.AddRange(free.Select(x => meeting.Add(x.Title!, x.Text)));
        return [.. items.Select(x => x.Id)];
    }
}
