using System.Globalization;
using System.Linq.Expressions;
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
    /// <param name="Status">One or more states.</param>
    /// <param name="AreaId">There and below.</param>
    /// <param name="Scale">Small, Major, Hard.</param>
    /// <param name="Category">A category's code.</param>
    /// <param name="Q">Part of the title, the text or the receipt number.</param>
    /// <param name="Mine">Those that the caller handles.</param>
    /// <param name="Appeals">Those with an appeal to decide.</param>
    /// <param name="Asked">Those where something waits for a second person.</param>
    /// <param name="Overdue">Those whose clock ran out.</param>
    /// <param name="ByLateness">Those whose clock runs, the most urgent first.</param>
    /// <param name="MergedInto">Those that were merged into this one.</param>
    public sealed record Filter(
        IssueStatus[]? Status = null, Guid? AreaId = null, Scale? Scale = null, string? Category = null, string? Q = null, bool? Mine = null,
        bool? Appeals = null, Guid? MergedInto = null, bool? Asked = null, bool? Overdue = null, bool? ByLateness = null);

    public sealed record Row(
        Guid Id, string ReceiptNumber, IssueStatus Status, string Title, string Category, Guid AreaId, string AreaName, Scale? Scale, bool FastLane,
        Channel Channel, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, Guid? HandlerId, bool AppealPending, int Merged, RequestKind? Asking, bool EverOverdue)
    {
        public DeadlineView? Deadline { get; init; }

        [JsonIgnore] internal IssueClock? Clock { get; init; }
    }

    public static async Task<Ok<Page<Row>>> Handle(
        [AsParameters] Filter filter, [AsParameters] PageQuery page, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var patterns = caller.PatternsOf(IssueRights.Readers);
        var found = (await Filtered(filter, db, caller, clock.GetUtcNow(), ct)).Where(x => patterns.Any(p => EF.Functions.Like(x.AreaPath, p)));
        Expression<Func<Issue, Row>> row = x => new Row(
            x.Id, x.ReceiptNumber, x.Status, x.Title, x.Category, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "",
            x.Scale, x.FastLane, x.Channel, x.SubmittedAt, x.ChangedAt, x.HandlerId, x.AppealPending, db.Issues.Count(m => m.MergedIntoId == x.Id),
            x.IsAsked ? x.Asking!.Kind : null, x.EverOverdue)
        { Clock = x.Clock };
        var rows = filter.ByLateness is true ? await found.MostUrgentFirst(page, row, ct) : await found.NewestFirst(page, row, x => x.Id, ct);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());
        return TypedResults.Ok(rows with { Items = [.. rows.Items.Select(x => x with { Deadline = DeadlineView.Of(x.Clock, calendar, now) })] });
    }

    /// <summary>By when the clock that runs is due: the index has them in this order.</summary>
    private static Task<Page<Row>> MostUrgentFirst(this IQueryable<Issue> found, PageQuery page, Expression<Func<Issue, Row>> row, CancellationToken ct)
    {
        found = found.Where(x => x.DueAt != null);
        if (page.After is not null)
        {
            var keys = Paging.Decode(page.After);
            if (keys.Length != 2 || !long.TryParse(keys[0], CultureInfo.InvariantCulture, out var ticks) || !Guid.TryParse(keys[1], out var id))
                throw new RefusedException(KernelRefusals.BadCursor);
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            found = found.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.DueAt!.Value, x.Id), ValueTuple.Create(at, id)));
        }

        return found.OrderBy(x => x.DueAt).ThenBy(x => x.Id).Select(row).Take(page.Size + 1)
            .ToPage(page.Size, x => Paging.Encode(x.Clock!.DueAt!.Value.UtcTicks, x.Id), ct);
    }

    private static async Task<IQueryable<Issue>> Filtered(Filter filter, IssuesDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var issues = db.Issues.AsNoTracking();
        if (filter.Status is { Length: > 0 } states) issues = issues.Where(x => states.Contains(x.Status));
        if (filter.Scale is { } scale) issues = issues.Where(x => x.Scale == scale);
        if (filter.Category is { } category) issues = issues.Where(x => x.Category == category);
        if (filter.Mine is true) issues = issues.Where(x => x.HandlerId == caller.Me);
        if (filter.Appeals is true) issues = issues.Where(x => x.AppealPending);
        if (filter.Asked is true) issues = issues.Where(x => x.IsAsked);
        if (filter.Overdue is true) issues = issues.Where(x => x.DueAt <= now);
        if (filter.MergedInto is { } into) issues = issues.Where(x => x.MergedIntoId == into);
        if (filter.AreaId is { } areaId)
        {
            var under = IssueRights.Under((await db.Area(areaId, ct)).Path);
            issues = issues.Where(x => EF.Functions.Like(x.AreaPath, under, "\\"));
        }

        if (filter.Q?.Trim() is not { Length: > 0 } words) return issues;
        var anywhere = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return issues.Where(x =>
            EF.Functions.ILike(x.Title, anywhere, "\\") || EF.Functions.ILike(x.Text, anywhere, "\\") || EF.Functions.ILike(x.ReceiptNumber, anywhere, "\\"));
    }
}
