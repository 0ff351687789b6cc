using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Points of a discussion with their replies, oldest first. What is hidden is seen by its author, with the reason, and by staff.</summary>
public static class ListPoints
{
    /// <param name="Text">Mobile numbers in it are masked.</param>
    /// <param name="AuthorId">For staff of the area; null for everybody else.</param>
    /// <param name="Reason">Why it is hidden.</param>
    public sealed record Reply(Guid Id, Stance Side, string Text, DateTimeOffset At, bool ByStaff, bool Mine, bool Hidden, string? Reason, Guid? AuthorId);

    /// <param name="Open">Further points are taken.</param>
    public sealed record View(
        Guid Id, Stance Side, string Text, DateTimeOffset At, bool ByStaff, bool Mine, bool Hidden, string? Reason, Guid? AuthorId, IReadOnlyList<Reply> Replies, bool Open);

    /// <param name="Topic">What it is about.</param>
    /// <param name="TopicId">The item or the round.</param>
    /// <param name="OfId">The meeting or the plan.</param>
    public sealed record Row(
        Guid Id, DiscussionTopic Topic, Guid TopicId, Guid OfId, Stance Side, string Text, DateTimeOffset At, bool ByStaff, bool Hidden, string? Reason, Guid AuthorId, bool IsReply, int Version);

    public static async Task<Ok<Page<View>>> OfItem(Guid id, Guid itemId, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await Of(await db.RoomOfItem(id, itemId, ct), page, db, caller, ct));

    public static async Task<Ok<Page<View>>> OfRound(
        Guid id, Guid roundId, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await Of(await db.RoomOfRound(id, roundId, clock, ct), page, db, caller, ct));

    /// <summary>My points, newest first, whether they are shown, and why not.</summary>
    public static async Task<Ok<Page<Row>>> OfMine([AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.Me;
        return TypedResults.Ok(await Rows(db, db.DiscussionPoints.Where(x => x.AuthorId == me), page, ct));
    }

    /// <summary>Points in the caller's areas, newest first: for moderating.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="hidden">Only those hidden, or only those shown.</param>
    public static async Task<Ok<Page<Row>>> Handle([AsParameters] PageQuery page, bool? hidden, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var areas = db.AreasOf(caller, Rights.Conveners);
        return TypedResults.Ok(await Rows(db, db.DiscussionPoints.Where(x => areas.Contains(x.AreaId) && (hidden == null || x.IsHidden == hidden)), page, ct));
    }

    private static Task<Page<Row>> Rows(MeetingsDb db, IQueryable<DiscussionPoint> rows, PageQuery page, CancellationToken ct) => rows.NewestFirst(page, x => new Row(
        x.Id, x.Topic, x.TopicId,
        x.Topic == DiscussionTopic.Item ? db.Set<AgendaItem>().Where(i => i.Id == x.TopicId).Select(i => i.MeetingId).FirstOrDefault()
            : db.Set<PlanRound>().Where(r => r.Id == x.TopicId).Select(r => r.PlanId).FirstOrDefault(),
        x.Side, x.Text, x.At, x.ByStaff, x.IsHidden, x.Reason, x.AuthorId, x.ReplyTo != null, x.Version), x => x.Id, ct);

    private static async Task<Page<View>> Of(DiscussionRoom room, PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var (me, staff) = (caller.Me, caller.Holds(room.AreaPath, Rights.Readers));
        var seen = db.DiscussionPoints.AsNoTracking().Where(x => x.TopicId == room.Id && (!x.IsHidden || staff || x.AuthorId == me));
        var rows = seen.Where(x => x.ReplyTo == null);
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.Id > last);
        }

        var found = await rows.OrderBy(x => x.Id).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Id), ct);
        var ids = found.Items.Select(x => (Guid?)x.Id).ToList();
        var replies = (await seen.Where(x => ids.Contains(x.ReplyTo)).OrderBy(x => x.Id).ToListAsync(ct)).ToLookup(x => x.ReplyTo);
        return new Page<View>([.. found.Items.Select(x => new View(
            x.Id, x.Side, Masking.MaskedIn(x.Text), x.At, x.ByStaff, x.AuthorId == me, x.IsHidden, x.Reason, staff ? x.AuthorId : null,
            [.. replies[x.Id].Select(r => new Reply(r.Id, r.Side, Masking.MaskedIn(r.Text), r.At, r.ByStaff, r.AuthorId == me, r.IsHidden, r.Reason, staff ? r.AuthorId : null))],
            room.Open))], found.Next);
    }
}
