using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A recorded vote on an item opens; the majority is the one that the meeting's rules ask for.</summary>
public static class OpenVote
{
    /// <param name="Question">What is voted on, where the item's title does not say it.</param>
    public sealed record Request([property: Text(500)] string? Question);

    public sealed record Opened(Guid VoteId);

    public static async Task<Ok<Opened>> Handle(
        Guid id, Guid itemId, Request? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var vote = meeting.OpenVote(itemId, request?.Question, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Opened(vote.Id));
    }
}
