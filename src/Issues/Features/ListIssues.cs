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
        var found = await filter.Of(db, caller, clock.GetUtcNow(), ct);
        var ids = filter.ByLateness is true ? await found.MostUrgentFirst(page, ct) : await found.NewestFirst(page, x => x.Id, x => x, ct);
        return TypedResults.Ok(new Page<Row>(await db.RowsOf(ids.Items, clock.GetUtcNow(), ct), ids.Next));
    }

    /// <summary>What a list shows of these, in their order. Found first and read afterwards: an index has all that is filtered by.</summary>
    internal static async Task<IReadOnlyList<Row>> RowsOf(this IssuesDb db, IReadOnlyList<Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new Row(
            x.Id, x.ReceiptNumber, x.Status, x.Title, x.Category, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "",
            x.Scale, x.FastLane, x.Channel, x.SubmittedAt, x.ChangedAt, x.HandlerId, x.AppealPending, db.Issues.Count(m => m.MergedIntoId == x.Id),
            x.IsAsked ? x.Asking!.Kind : null, x.EverOverdue, x.Entry)
        { Clock = x.Clock, Version = x.Version }).ToDictionaryAsync(x => x.Id, ct);
        var calendar = await db.Calendar(ct);
        return [.. ids.Where(rows.ContainsKey).Select(x => rows[x] with { Deadline = DeadlineView.Of(rows[x].Clock, calendar, now) })];
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
