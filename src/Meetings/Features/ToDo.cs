using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What waits for whoever convenes meetings, of each kind the first to be late and how many there are: the console's home asks for it.</summary>
public static class ToDo
{
    private const int Shown = 8;

    // How many days ahead a meeting of a series is to be convened, and how long a missed one is told.
    private const int Soon = 10, MissedFor = 40;

    /// <summary>What is to be done: found a body where issues wait without one, plan a meeting for those that wait, see why a body did not meet as it owes, and so on to the end.</summary>
    public enum What { Found, Plan, Missed, Convene, Open, Conclude, Approve, Publish, FollowUp, Review, Answer, Weigh }

    /// <param name="Id">An area to found a body for, a body to plan a meeting of or that missed one, a resolution to look at again, a plan, or a meeting.</param>
    /// <param name="Count">Issues and carried items that wait; 1 of anything else.</param>
    /// <param name="Since">How long it waits.</param>
    /// <param name="DueOn">By when, where there is such a day.</param>
    public sealed record Thing(Guid Id, string Title, int Count, DateTimeOffset? Since, DateOnly? DueOn);

    /// <param name="Count">All of them, also those not shown.</param>
    public sealed record Group(What What, int Count, IReadOnlyList<Thing> First);

    public static async Task<Ok<IReadOnlyList<Group>>> Handle(MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (areas, zone) = (db.AreasOf(caller, Rights.Conveners), (await db.Street(ct)).Zone);
        var today = clock.GetUtcNow().DayIn(zone);
        var midnight = today.StartIn(zone);
        var (tomorrow, soon) = (midnight.AddDays(1), midnight.AddDays(Soon));
        var meetings = db.Meetings.Where(x => areas.Contains(x.AreaId));
        var late = db.FollowUps.Where(x => x.State == FollowUpState.Open && x.DueOn < today)
            .Join(db.Resolutions.Where(x => areas.Contains(x.AreaId)), x => x.ResolutionId, x => x.Id, (x, r) => new { x.What, x.DueOn, r.MeetingId });
        var reviews = db.Resolutions.Where(x => areas.Contains(x.AreaId) && x.ReviewOn <= today);

        List<Group> groups =
        [
            .. await Waiting(db, areas, today, ct),
            await Missed(db, areas, today, ct),
            // What a series plans is there weeks ahead, and once its day has passed it is a missed one.
            await Of(What.Convene, meetings.Where(x => (x.State == MeetingState.Planned || x.State == MeetingState.Postponed)
                && (x.SeriesId == null || x.State == MeetingState.Postponed || x.StartsAt >= midnight && x.StartsAt < soon))),
            await Of(What.Open, meetings.Where(x => x.State == MeetingState.Convened && x.StartsAt < tomorrow)),
            await Of(What.Conclude, meetings.Where(x => x.State == MeetingState.InSession && x.StartsAt < midnight)),
            await Of(What.Approve, meetings.Where(x => db.Minutes.Any(m => m.Id == x.Id && m.State == MinutesState.InReview && !m.Writers.Contains(caller.Me)))),
            await Of(What.Publish, meetings.Where(x => x.State == MeetingState.Concluded && !db.Minutes.Any(m => m.Id == x.Id && m.State == MinutesState.InReview))),
            new(What.FollowUp, await late.CountAsync(ct), [.. (await late.OrderBy(x => x.DueOn).Take(Shown).ToListAsync(ct))
                .Select(x => new Thing(x.MeetingId, x.What, 1, null, x.DueOn))]),
            new(What.Review, await reviews.CountAsync(ct), [.. (await reviews.OrderBy(x => x.ReviewOn).Take(Shown).ToListAsync(ct))
                .Select(x => new Thing(x.Id, x.Text.Length <= 60 ? x.Text : x.Text[..60] + "…", 1, null, x.ReviewOn))]),
            await Plans(db, caller, areas, zone, clock.GetUtcNow(), What.Answer, ct),
            await Plans(db, caller, areas, zone, clock.GetUtcNow(), What.Weigh, ct),
        ];
        return TypedResults.Ok<IReadOnlyList<Group>>([.. groups.Where(x => x.Count > 0)]);

        async Task<Group> Of(What what, IQueryable<Meeting> rows)
        {
            var first = await rows.OrderBy(x => x.StartsAt).Take(Shown).Select(x => new
            {
                x.Id, x.StartsAt, x.ConcludedAt, Body = db.Bodies.Single(b => b.Id == x.BodyId).Name,
                Notice = db.Set<RuleSet>().Where(r => r.BodyId == x.BodyId).OrderByDescending(r => r.Number).Select(r => r.Rules.NoticeDays).First(),
            }).ToListAsync(ct);
            return new Group(what, await rows.CountAsync(ct), [.. first.Select(x => what is What.Publish
                ? new Thing(x.Id, x.Body, 1, x.ConcludedAt, null)
                // Who is told too late could not come: notice is due so many days before.
                : new Thing(x.Id, x.Body, 1, null, x.StartsAt.DayIn(zone).AddDays(what is What.Convene ? -x.Notice : 0)))]);
        }
    }

    /// <summary>Plans whose round asks the caller by name and has no answer yet; and those of these areas whose round is over, for somebody to go on with.</summary>
    private static async Task<Group> Plans(MeetingsDb db, Caller caller, IQueryable<Guid> areas, TimeZoneInfo zone, DateTimeOffset now, What what, CancellationToken ct)
    {
        var me = caller.Me;
        var rows = what is What.Weigh
            ? db.Plans.At(PlanStage.Weighing, now).Where(x => areas.Contains(x.AreaId))
            : db.Plans.At(PlanStage.Consulting, now).Where(x => x.Stakeholders.Any(s => s.PersonId == me)
                && x.Rounds.Any(r => r.ClosedAt == null && r.From <= now && r.To > now && !db.Opinions.Any(o => o.RoundId == r.Id && o.PersonId == me)));
        var first = await rows.Select(x => new { x.Id, x.Title, x.Rounds.OrderByDescending(r => r.Number).First().To, x.Rounds.OrderByDescending(r => r.Number).First().ClosedAt })
            .OrderBy(x => x.To).Take(Shown).ToListAsync(ct);
        return new Group(what, await rows.CountAsync(ct), [.. first.Select(x => what is What.Weigh
            ? new Thing(x.Id, x.Title, 1, x.ClosedAt ?? x.To, null) : new Thing(x.Id, x.Title, 1, null, x.To.AddTicks(-1).DayIn(zone)))]);
    }

    /// <summary>Bodies whose last period went by without a meeting that counts.</summary>
    private static async Task<Group> Missed(MeetingsDb db, IQueryable<Guid> areas, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-MissedFor);
        var missed = db.Periods.Where(x => areas.Contains(x.AreaId) && x.Because != null && x.To >= since && !db.Periods.Any(p => p.BodyId == x.BodyId && p.To > x.To));
        var first = await missed.OrderBy(x => x.To).Take(Shown).Select(x => new { x.BodyId, x.To, Body = db.Bodies.Single(b => b.Id == x.BodyId).Name }).ToListAsync(ct);
        return new Group(What.Missed, await missed.CountAsync(ct), [.. first.Select(x => new Thing(x.BodyId, x.Body, 1, null, x.To))]);
    }

    /// <summary>Inboxes with issues and carried items, the longest waiting first: each with the body that is likeliest to take them, the Red Council where there is one.</summary>
    private static async Task<IEnumerable<Group>> Waiting(MeetingsDb db, IQueryable<Guid> areas, DateOnly today, CancellationToken ct)
    {
        var issues = db.InboxIssues.Where(x => areas.Contains(x.AreaId!.Value) && x.Standing == Standing.Waiting && x.Gone == null
                && (x.RestsUntil == null || x.RestsUntil <= today)).Select(x => new { Area = x.AreaId!.Value, Since = x.PlacedAt });
        var carried = db.CarriedItems.Where(x => areas.Contains(x.AreaId) && x.State == CarriedState.Waiting && (x.RestsUntil == null || x.RestsUntil <= today))
            .Select(x => new { Area = x.AreaId, Since = (DateTimeOffset?)x.Since });
        var inboxes = await issues.Concat(carried).GroupBy(x => x.Area).Select(x => new { Area = x.Key, Count = x.Count(), Since = x.Min(i => i.Since) }).ToListAsync(ct);
        var there = inboxes.Select(x => x.Area).ToList();
        var names = await db.Areas.Where(x => there.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        var bodies = (await db.Bodies.Where(x => there.Contains(x.AreaId)).Select(x => new { x.Id, x.AreaId, x.Name, x.Kind }).ToListAsync(ct))
            .GroupBy(x => x.AreaId).ToDictionary(x => x.Key, x => x.OrderByDescending(b => b.Kind is Contracts.Meetings.V1.BodyKind.RedCouncil).ThenBy(b => b.Id).First());

        return inboxes.ToLookup(x => bodies.ContainsKey(x.Area)).Select(x => new Group(x.Key ? What.Plan : What.Found, x.Sum(i => i.Count),
            [.. x.OrderBy(i => i.Since).Take(Shown).Select(i => bodies.TryGetValue(i.Area, out var body)
                ? new Thing(body.Id, body.Name, i.Count, i.Since, null) : new Thing(i.Area, names[i.Area], i.Count, i.Since, null))]));
    }
}
