using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The work in the caller's hands: actions of their kind in their areas.</summary>
public static class ListActions
{
    public sealed record Row(
        Guid Id, Guid IssueId, string ReceiptNumber, string Title, ActionKind Kind, string What, DateOnly DueOn, ActionState State, Guid? AssigneeId);

    public static async Task<Ok<Page<Row>>> Handle(ActionState? state, [AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await db.InHandsOf(caller, state ?? ActionState.Open).NewestFirst(page, x => new Row(
            x.Id, x.IssueId, db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.ReceiptNumber).First(),
            db.Issues.Where(i => i.Id == x.IssueId).Select(i => i.Title).First(), x.Kind, x.What, x.DueOn, x.State, x.AssigneeId), x => x.Id, ct));

    internal static IQueryable<IssueAction> InHandsOf(this IssuesDb db, Caller caller, ActionState state)
    {
        var (kinds, patterns) = (caller.KindsInHandsOf(), caller.PatternsOf(IssueRights.Hands));
        return db.Actions.AsNoTracking().Where(x =>
            x.State == state && kinds.Contains(x.Kind) && patterns.Any(p => EF.Functions.Like(x.AreaPath, p))
            && db.Issues.Any(i => i.Id == x.IssueId && i.Status == IssueStatus.InAction));
    }
}
