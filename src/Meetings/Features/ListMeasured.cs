using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The records behind the measures: meetings held or called off, periods kept or missed, issues carried over.</summary>
public static class ListMeasured
{
    /// <param name="HeldAt">When it began.</param>
    /// <param name="Seats">On its roll.</param>
    public sealed record MeetingLine(Guid Id, Guid BodyId, string BodyName, BodyKind Kind, MeetingState State, DateTimeOffset HeldAt, string Place, int Seats, int Present);

    /// <param name="MeetingId">The meeting that kept it, or came nearest.</param>
    /// <param name="Because">Why it counts as missed; null where it was kept.</param>
    /// <param name="Reason">Official words on it.</param>
    /// <param name="Absent">Kept without these parties.</param>
    public sealed record PeriodLine(
        Guid Id, Guid BodyId, string BodyName, BodyKind Kind, DateOnly From, DateOnly To, Guid? MeetingId, MissedBecause? Because, string? Reason, IReadOnlyList<SeatClass> Absent);

    public sealed record CarriedLine(Guid IssueId, string? ReceiptNumber, Guid BodyId, string BodyName, Guid MeetingId, DateTimeOffset Since);

    /// <param name="calledOff">Those that were called off, instead of those held.</param>
    public static async Task<Ok<Page<MeetingLine>>> Meetings(
        [AsParameters] PageQuery page, [AsParameters] MeasureQuery query, bool? calledOff, MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var all = await counted.Of(query, ct);
        var rows = calledOff is true ? all.CalledOff : all.Held;
        if (page.After is { } cursor)
        {
            var (at, id) = ListMeetings.Cursor(cursor);
            rows = rows.Where(x => x.StartsAt < at || x.StartsAt == at && x.Id < id);
        }

        var found = await rows.OrderByDescending(x => x.StartsAt).ThenByDescending(x => x.Id).Take(page.Size + 1)
            .Select(x => new
            {
                x.StartsAt, Line = new MeetingLine(x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.BodyKind, x.State, x.OpenedAt ?? x.StartsAt, x.Place,
                    x.Roll.Count, x.Roll.Count(r => r.CheckedInAt != null)),
            }).ToPage(page.Size, x => Paging.Encode(x.StartsAt.UtcTicks, x.Line.Id), ct);
        return TypedResults.Ok(new Page<MeetingLine>([.. found.Items.Select(x => x.Line)], found.Next));
    }

    /// <param name="kept">Those that were kept, or those that were missed; both unless told.</param>
    public static async Task<Ok<Page<PeriodLine>>> Periods(
        [AsParameters] PageQuery page, [AsParameters] MeasureQuery query, bool? kept, MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var rows = (await counted.Of(query, ct)).Owed;
        if (kept is { } only) rows = rows.Where(x => x.Because == null == only);
        if (page.After is { } cursor)
        {
            if (Paging.Decode(cursor) is not [var day, var last] || !DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || !Guid.TryParse(last, out var id))
                throw new RefusedException(KernelRefusals.BadCursor);
            rows = rows.Where(x => x.To < to || x.To == to && x.Id < id);
        }

        return TypedResults.Ok(await rows.OrderByDescending(x => x.To).ThenByDescending(x => x.Id).Take(page.Size + 1)
            .Select(x => new PeriodLine(x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.BodyKind, x.From, x.To, x.MeetingId, x.Because, x.Reason, x.Absent))
            .ToPage(page.Size, x => Paging.Encode(x.To.ToString("O", CultureInfo.InvariantCulture), x.Id), ct));
    }

    public static async Task<Ok<Page<CarriedLine>>> CarriedOver(
        [AsParameters] PageQuery page, [AsParameters] MeasureQuery query, MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var rows = (await counted.Of(query, ct)).CarriedOver;
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.IssueId > last);
        }

        return TypedResults.Ok(await rows.OrderBy(x => x.IssueId).Take(page.Size + 1)
            .Select(x => new CarriedLine(x.IssueId, x.ReceiptNumber, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.MeetingId, x.Since))
            .ToPage(page.Size, x => Paging.Encode(x.IssueId), ct));
    }
}
