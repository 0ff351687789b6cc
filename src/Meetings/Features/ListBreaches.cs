using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Rules that were not kept, the latest first, and how many meetings kept them all.</summary>
public static class ListBreaches
{
    /// <param name="RuleSet">The version that the meeting was held under.</param>
    /// <param name="Waiver">Why it was let pass; null for what just happened.</param>
    public sealed record View(
        Guid Id, Guid MeetingId, Guid BodyId, string BodyName, BodyKind BodyKind, DateTimeOffset StartsAt, Rule Rule, int Needed, int Given, SeatClass? Seat,
        string? Waiver, DateTimeOffset At, int RuleSet);

    /// <param name="Held">Meetings that were concluded in the period.</param>
    /// <param name="KeptAll">Those of them that kept every rule.</param>
    /// <param name="Waived">Breaches with a reason.</param>
    /// <param name="ByRule">How many of each.</param>
    public sealed record Numbers(int Held, int KeptAll, int Waived, IReadOnlyDictionary<Rule, int> ByRule);

    /// <param name="page">Which page.</param>
    /// <param name="body">Only this body's.</param>
    /// <param name="meeting">Only this meeting's.</param>
    /// <param name="rule">Only of this rule.</param>
    /// <param name="waived">Only those with a reason, or only those without.</param>
    /// <param name="from">Only from this instant on.</param>
    /// <param name="to">Only before this instant.</param>
    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, Guid? body, Guid? meeting, Rule? rule, bool? waived, DateTimeOffset? from, DateTimeOffset? to,
        MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var rows = Readable(db, caller, body, from, to);
        if (meeting is { } of) rows = rows.Where(x => x.MeetingId == of);
        if (rule is { } only) rows = rows.Where(x => x.Rule == only);
        if (waived is { } reason) rows = rows.Where(x => x.Waiver != null == reason);
        if (page.After is { } cursor)
        {
            var (at, id) = ListMeetings.Cursor(cursor);
            rows = rows.Where(x => x.At < at || x.At == at && x.Id < id);
        }

        return TypedResults.Ok(await rows.OrderByDescending(x => x.At).ThenByDescending(x => x.Id)
            .Join(db.Meetings, x => x.MeetingId, m => m.Id, (x, m) => new { x, m })
            .Select(r => new View(
                r.x.Id, r.x.MeetingId, r.x.BodyId, db.Bodies.Single(b => b.Id == r.x.BodyId).Name, r.m.BodyKind, r.m.StartsAt, r.x.Rule, r.x.Needed, r.x.Given,
                r.x.Seat, r.x.Waiver, r.x.At, db.Set<RuleSet>().Single(s => s.Id == r.x.RuleSetId).Number))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.At.UtcTicks, x.Id), ct));
    }

    /// <param name="body">Only this body's.</param>
    /// <param name="from">Only from this instant on.</param>
    /// <param name="to">Only before this instant.</param>
    public static async Task<Ok<Numbers>> Count(
        Guid? body, DateTimeOffset? from, DateTimeOffset? to, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var readable = db.AreasOf(caller, Rights.Readers);
        var held = db.Meetings.Where(x => x.ConcludedAt != null && readable.Contains(x.AreaId));
        if (body is { } of) held = held.Where(x => x.BodyId == of);
        if (from?.ToUniversalTime() is { } since) held = held.Where(x => x.ConcludedAt >= since);
        if (to?.ToUniversalTime() is { } until) held = held.Where(x => x.ConcludedAt < until);
        var breaches = await Readable(db, caller, body, from, to).GroupBy(x => new { x.Rule, Waived = x.Waiver != null })
            .Select(x => new { x.Key.Rule, x.Key.Waived, Count = x.Count() }).ToListAsync(ct);

        return TypedResults.Ok(new Numbers(
            await held.CountAsync(ct), await held.CountAsync(x => !db.Breaches.Any(b => b.MeetingId == x.Id), ct),
            breaches.Where(x => x.Waived).Sum(x => x.Count), breaches.GroupBy(x => x.Rule).ToDictionary(x => x.Key, x => x.Sum(r => r.Count))));
    }

    private static IQueryable<Breach> Readable(MeetingsDb db, Caller caller, Guid? body, DateTimeOffset? from, DateTimeOffset? to)
    {
        var readable = db.AreasOf(caller, Rights.Readers);
        var rows = db.Breaches.Where(x => readable.Contains(x.AreaId));
        if (body is { } of) rows = rows.Where(x => x.BodyId == of);
        if (from?.ToUniversalTime() is { } since) rows = rows.Where(x => x.At >= since);
        if (to?.ToUniversalTime() is { } until) rows = rows.Where(x => x.At < until);
        return rows;
    }
}
