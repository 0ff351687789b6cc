using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Meetings, the latest first. Plans are seen by those who run meetings there; everybody sees what was announced.</summary>
public static class ListMeetings
{
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, BodyKind BodyKind, Guid AreaId, MeetingState State, DateTimeOffset StartsAt, string Place, int Items);

    /// <param name="page">Which page.</param>
    /// <param name="body">Only this body's.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="from">Only those that begin at this instant or later.</param>
    /// <param name="to">Only those that begin before this instant.</param>
    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, Guid? body, MeetingState? state, DateTimeOffset? from, DateTimeOffset? to,
        MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var readable = db.AreasOf(caller, Rights.Readers);
        var rows = db.Meetings.Where(x => x.State != MeetingState.Planned && x.ConvenedAt != null || readable.Contains(x.AreaId));
        if (body is { } of) rows = rows.Where(x => x.BodyId == of);
        if (state is { } only) rows = rows.Where(x => x.State == only);
        if (from?.ToUniversalTime() is { } since) rows = rows.Where(x => x.StartsAt >= since);
        if (to?.ToUniversalTime() is { } until) rows = rows.Where(x => x.StartsAt < until);
        return TypedResults.Ok(await rows.LatestFirst(db, page, ct));
    }

    internal static Task<Page<View>> LatestFirst(this IQueryable<Meeting> rows, MeetingsDb db, PageQuery page, CancellationToken ct)
    {
        if (page.After is { } cursor)
        {
            var (at, id) = Cursor(cursor);
            rows = rows.Where(x => x.StartsAt < at || x.StartsAt == at && x.Id < id);
        }

        return rows.OrderByDescending(x => x.StartsAt).ThenByDescending(x => x.Id).Views(db).Take(page.Size + 1).ToPage(page.Size, Cursor, ct);
    }

    internal static IQueryable<View> Views(this IQueryable<Meeting> rows, MeetingsDb db) => rows.Select(x => new View(
        x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.BodyKind, x.AreaId, x.State, x.StartsAt, x.Place,
        x.Items.Count(i => i.Outcome != Outcome.Left)));

    internal static string Cursor(View last) => Paging.Encode(last.StartsAt.UtcTicks, last.Id);

    /// <exception cref="RefusedException">400 paging.bad-cursor.</exception>
    internal static (DateTimeOffset At, Guid Id) Cursor(string cursor) =>
        Paging.Decode(cursor) is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(id, out var last)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), last) : throw new RefusedException(KernelRefusals.BadCursor);
}
