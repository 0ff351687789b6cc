using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What was dispatched: of my areas, and of one issue in full.</summary>
public static class ListDispatches
{
    public sealed record Row(
        Guid Id, Guid IssueId, string ReceiptNumber, string Title, string AreaName, string Department, string DepartmentName, DispatchState State,
        DateTimeOffset DispatchedAt, DateOnly DueOn, DateTimeOffset DueAt, DateTimeOffset? HandledAt, int SentBack)
    {
        /// <summary>Null for what was returned or recalled.</summary>
        public Lateness? Lateness { get; init; }
    }

    /// <param name="EndWords">What the desk wrote when it closed it, or why it was returned.</param>
    /// <param name="Whose">Of a return: whose it is.</param>
    /// <param name="MayClose">It is handled, and the reader is of the desk and not who wrote that down.</param>
    /// <param name="MayAct">The reader may act for the department.</param>
    public sealed record View(
        Guid Id, string Department, string DepartmentName, DispatchState State, string Words, DateTimeOffset DispatchedAt, DateOnly DueOn, Lateness? Lateness,
        DateTimeOffset? SignedAt, DateTimeOffset? HandledAt, string? Handling, int SentBack, DateTimeOffset? EndedAt, string? EndWords, string? Whose,
        bool MayClose, bool MayAct, IReadOnlyList<Guid> PhotoIds);

    public static async Task<Ok<Page<Row>>> Handle(
        [AsParameters] DispatchFilter filter, [AsParameters] PageQuery page, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await (await filter.Of(db, caller, now, ct)).NewestFirst(page, x => new Row(
            x.Id, x.IssueId, db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.ReceiptNumber).First(), db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.Title).First(),
            db.Issues.Where(i => i.Id == x.IssueId).SelectMany(i => db.Areas.Where(a => a.Id == i.AreaId)).Select(a => a.Name).FirstOrDefault() ?? "",
            x.Department, x.DepartmentName, x.State, x.DispatchedAt, x.DueOn, x.DueAt, x.HandledAt, x.SentBack), x => x.Id, ct);
        var names = await db.DepartmentNames(ct);
        return TypedResults.Ok(found with
        {
            Items = [.. found.Items.Select(x => x with
            {
                DepartmentName = names.GetValueOrDefault(x.Department, x.DepartmentName), Lateness = IssueDispatch.LatenessOf(x.State, x.HandledAt, x.DueAt, now),
            })],
        });
    }

    /// <summary>For everybody inside: what desk and department say to one another is not its author's.</summary>
    public static async Task<Ok<IReadOnlyList<View>>> OfIssue(Guid id, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        if (!caller.IsInside(issue)) throw new RefusedException(KernelRefusals.OutsideYourArea);
        var photos = await db.Photos.AsNoTracking().Where(x => x.IssueId == id && x.ActionId != null).OrderBy(x => x.Id).Select(x => new { x.Id, x.ActionId }).ToListAsync(ct);
        var (names, now) = (await db.DepartmentNames(ct), clock.GetUtcNow());
        var (ofDesk, acts) = (caller.Holds(issue.AreaPath, IssueRights.Staff), caller.Holds(issue.AreaPath, IssueRights.ForDepartments));
        return TypedResults.Ok<IReadOnlyList<View>>([.. issue.Dispatches.OrderByDescending(x => x.Id).Select(x => new View(
            x.Id, x.Department, names.GetValueOrDefault(x.Department, x.DepartmentName), x.State, x.Words, x.DispatchedAt, x.DueOn,
            IssueDispatch.LatenessOf(x.State, x.HandledAt, x.DueAt, now), x.SignedAt, x.HandledAt, x.Handling, x.SentBack, x.EndedAt, x.EndWords, x.Whose,
            ofDesk && x.State is DispatchState.Handled && x.HandledById != caller.Me, acts, [.. photos.Where(p => p.ActionId == x.Id).Select(p => p.Id)]))]);
    }

    /// <summary>As they are called now, in the reader's language.</summary>
    internal static Task<Dictionary<string, string>> DepartmentNames(this IssuesDb db, CancellationToken ct) =>
        db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Code, x => IssueQuestions.IsEnglish ? x.NameEn : x.Name, ct);
}
