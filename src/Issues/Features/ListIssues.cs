using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The inbox: every issue of the areas that the caller reads for, newest first.</summary>
public static class ListIssues
{
    private const long MostTicks = 3_155_378_975_999_999_999;

    public sealed record Row(
        Guid Id, string ReceiptNumber, IssueStatus Status, string Title, string Category, Guid AreaId, string AreaName, Scale? Scale, bool FastLane,
        Channel Channel, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, Guid? HandlerId, bool AppealPending, int Merged, RequestKind? Asking, bool EverOverdue, EntryState? Entry)
    {
        public DeadlineView? Deadline { get; init; }
        public required int Version { get; init; }

        [JsonIgnore] internal IssueClock? Clock { get; init; }
    }

    public static async Task<Ok<Page<Row>>> Handle(
        [AsParameters] IssueFilter filter, [AsParameters] PageQuery page, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (found, now) = (await filter.Of(db, caller, clock.GetUtcNow(), ct), clock.GetUtcNow());
        if (filter.ByLateness is not true) return TypedResults.Ok(await db.NewestFirst(found, page, now, ct));
        var ids = await found.MostUrgentFirst(page, ct);
        return TypedResults.Ok(new Page<Row>(await db.RowsOf(ids.Items, now, ct), ids.Next));
    }

    // Found by an index that has all that is filtered by, and read where it was found: one question for both.
    private static async Task<Page<Row>> NewestFirst(this IssuesDb db, IQueryable<Issue> found, PageQuery page, DateTimeOffset now, CancellationToken ct)
    {
        var ids = found.NewestAfter(page).Select(x => x.Id).Take(page.Size + 1);
        var rows = await db.AsRows(db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderByDescending(x => x.Id)).ToPage(page.Size, x => Paging.Encode(x.Id), ct);
        return rows with { Items = await db.Told(rows.Items, now, ct) };
    }

    /// <summary>What a list shows of these, in their order.</summary>
    internal static async Task<IReadOnlyList<Row>> RowsOf(this IssuesDb db, IReadOnlyList<Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.AsRows(db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id))).ToDictionaryAsync(x => x.Id, ct);
        return await db.Told(ids.Where(rows.ContainsKey).Select(x => rows[x]), now, ct);
    }

    // Of the clock what its view needs: asked for as a whole, it would bring every column of the issue with it.
    private static IQueryable<Row> AsRows(this IssuesDb db, IQueryable<Issue> issues) => issues.Select(x => new Row(
        x.Id, x.ReceiptNumber, x.Status, x.Title, x.Category, x.AreaId, "",
        x.Scale, x.FastLane, x.Channel, x.SubmittedAt, x.ChangedAt, x.HandlerId, x.AppealPending, db.Issues.Count(m => m.MergedIntoId == x.Id),
        x.IsAsked ? x.Asking!.Kind : null, x.EverOverdue, x.Entry)
    {
        Clock = x.Clock == null ? null : new IssueClock
        {
            Kind = x.Clock.Kind, StartedAt = x.Clock.StartedAt, Days = x.Clock.Days, Turns = x.Clock.Turns, EndedAt = x.Clock.EndedAt, OverdueAt = x.Clock.OverdueAt,
            Due = x.Clock.Due, DueAt = x.Clock.DueAt, AmberAt = x.Clock.AmberAt,
        },
        Version = x.Version,
    });

    // What is remembered of the street is not asked with each page: one table fewer to plan.
    private static async Task<IReadOnlyList<Row>> Told(this IssuesDb db, IEnumerable<Row> rows, DateTimeOffset now, CancellationToken ct)
    {
        var (calendar, names) = (await db.Calendar(ct), await db.AreaNames(ct));
        return [.. rows.Select(x => x with { AreaName = names.GetValueOrDefault(x.AreaId, ""), Deadline = DeadlineView.Of(x.Clock, calendar, now) })];
    }

    /// <summary>By when the clock that runs is due: the index has them in this order.</summary>
    private static async Task<Page<Guid>> MostUrgentFirst(this IQueryable<Issue> found, PageQuery page, CancellationToken ct)
    {
        found = found.Where(x => x.DueAt != null);
        if (page.After is not null)
        {
            var keys = Paging.Decode(page.After);
            if (keys.Length != 2 || !long.TryParse(keys[0], CultureInfo.InvariantCulture, out var ticks) || ticks is < 0 or > MostTicks || !Guid.TryParse(keys[1], out var id))
                throw new RefusedException(KernelRefusals.BadCursor);
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            found = found.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.DueAt!.Value, x.Id), ValueTuple.Create(at, id)));
        }

        var rows = await found.OrderBy(x => x.DueAt).ThenBy(x => x.Id).Select(x => new { x.Id, x.DueAt }).Take(page.Size + 1)
            .ToPage(page.Size, x => Paging.Encode(x.DueAt!.Value.UtcTicks, x.Id), ct);
        return new Page<Guid>([.. rows.Items.Select(x => x.Id)], rows.Next);
    }
}
