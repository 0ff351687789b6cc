using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A member of the area makes a point before the meeting, or on a plan's round, or replies to one. It is shown at once, and staff may hide it; so
/// many a person, as with comments on issues.
/// </summary>
public static class WritePoint
{
    /// <summary>So many a person: nobody fills a discussion alone.</summary>
    public const int MostInTenMinutes = 3, MostADay = 20;

    /// <param name="Side">For it, against it, or neither.</param>
    /// <param name="Text">What one has to say.</param>
    /// <param name="ReplyTo">The point that it replies to.</param>
    public sealed record Request([property: Needed] Stance? Side, [property: Needed, Text(1000, atLeast: 2)] string? Text, Guid? ReplyTo);

    public sealed record Written(Guid Id);

    public static async Task<Created<Written>> OnItem(
        Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM meetings WHERE id = {id} FOR SHARE", ct);
        return await Write(await db.RoomOfItem(id, itemId, ct), request, db, caller, clock.GetUtcNow(), ct);
    }

    public static async Task<Created<Written>> OnRound(
        Guid id, Guid roundId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM plans WHERE id = {id} FOR SHARE", ct);
        return await Write(await db.RoomOfRound(id, roundId, clock, ct), request, db, caller, clock.GetUtcNow(), ct);
    }

    private static async Task<Created<Written>> Write(DiscussionRoom room, Request request, MeetingsDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        caller.DemandToSpeak(room.AreaPath);
        if (!room.Open) throw new RefusedException(DiscussionRefusals.Closed);
        var replyTo = request.ReplyTo is { } to
            ? await db.DiscussionPoints.SingleOrDefaultAsync(x => x.Id == to, ct) ?? throw new RefusedException(DiscussionRefusals.NoSuchPoint) : null;
        var byStaff = caller.Holds(room.AreaPath, Rights.Conveners);
        if (!byStaff) await db.DemandPatience(caller.Me, now, ct);

        var point = new DiscussionPoint(room.Topic, room.Id, room.AreaId, caller.Me, byStaff, request.Side!.Value, request.Text!.Trim(), replyTo, now);

        db.DiscussionPoints.Add(point);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created("/api/v1/meetings/discussion/mine", new Written(point.Id));
    }

    private static async Task DemandPatience(this MeetingsDb db, Guid me, DateTimeOffset now, CancellationToken ct)
    {
        // Many at once wait for one another, so that the limits hold.
        await db.TakeTurns(me, Guid.Empty, ct);
        var (soon, day) = (now.AddMinutes(-10), now.AddDays(-1));
        var lately = await db.DiscussionPoints.Where(x => x.AuthorId == me && x.At > day).Select(x => x.At).ToListAsync(ct);
        if (lately.Count >= MostADay || lately.Count(x => x > soon) >= MostInTenMinutes) throw new RefusedException(DiscussionRefusals.TooMany);
    }
}
