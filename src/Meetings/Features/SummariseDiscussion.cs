using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What staff make of an item's online discussion: it stands in the meeting for its minutes, and is written until these are public.</summary>
public static class SummariseDiscussion
{
    public sealed record Request([property: Needed, Text(4000, atLeast: 2)] string? Text);

    public static async Task<NoContent> Handle(
        Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        await db.TakeTurns(itemId, Guid.Empty, ct);
        var room = await db.RoomOfItem(id, itemId, ct);
        caller.Demand(room.AreaPath, Rights.Conveners);
        if (await db.Minutes.AnyAsync(x => x.Id == id && x.PublishedAt != null, ct)) throw new RefusedException(MeetingRefusals.MinutesArePublic);
        var summary = await db.Summaries.SingleOrDefaultAsync(x => x.Id == itemId, ct) ?? db.Summaries.Add(new DiscussionSummary(itemId)).Entity;

        summary.Write(request.Text!.Trim(), caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(summary.Version);
        return TypedResults.NoContent();
    }
}
