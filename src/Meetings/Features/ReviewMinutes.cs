using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A draft is handed in; somebody who did not write it approves it, or sends it back.</summary>
public static class ReviewMinutes
{
    /// <param name="Words">What is approved with, where anything is to be said.</param>
    public sealed record Approval([property: Text(500)] string? Words);

    /// <param name="Words">What is to be put right.</param>
    public sealed record Return([property: Needed, Text(500)] string? Words);

    public static Task<NoContent> HandIn(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Step(id, db, caller, minutes => minutes.HandIn(caller.Me, clock.GetUtcNow()), ct);

    public static Task<NoContent> Approve(Guid id, Approval? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Step(id, db, caller, minutes => minutes.Approve(caller.Me, request?.Words, clock.GetUtcNow()), ct);

    public static Task<NoContent> SendBack(Guid id, Return request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Step(id, db, caller, minutes => minutes.SendBack(caller.Me, request.Words!, clock.GetUtcNow()), ct);

    private static async Task<NoContent> Step(Guid id, MeetingsDb db, Caller caller, Action<Minutes> step, CancellationToken ct)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var minutes = await db.MinutesOf(id, ct) ?? throw new RefusedException(MeetingRefusals.MinutesTooEarly);
        db.Match(minutes);

        step(minutes);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
