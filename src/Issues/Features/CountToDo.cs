using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What waits for the caller today: the numbers of the console's home.</summary>
public static class CountToDo
{
    /// <param name="ToAccept">提交了, not accepted.</param>
    /// <param name="Appeals">To be decided by another person.</param>
    /// <param name="ToTriage">Accepted, not triaged.</param>
    /// <param name="ToGiveActions">In the fast lane, without actions.</param>
    /// <param name="ToReassign">In action, with an action that was declined.</param>
    /// <param name="ToVerify">All done, to be looked at.</param>
    /// <param name="ToApprove">Asked by somebody else, to be decided.</param>
    /// <param name="Overdue">Whose clock ran out.</param>
    /// <param name="ToCountersign">Entered for a resident by somebody else, confirmed by nobody yet.</param>
    /// <param name="MyActions">Open actions in the caller's hands.</param>
    /// <param name="Comments">That wait to be shown, or were reported.</param>
    public sealed record View(int ToAccept, int Appeals, int ToTriage, int ToGiveActions, int ToReassign, int ToVerify, int MyActions, int ToApprove, int Overdue,
        int ToCountersign, int Comments)
    {
        /// <summary>Dispatched, and no department has signed for it.</summary>
        public required int DispatchesToSign { get; init; }

        /// <summary>Handled, and written down by somebody else.</summary>
        public required int DispatchesToClose { get; init; }
    }

    public static async Task<Ok<View>> Handle(IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (staff, verifiers) = (db.Issues.Within(caller.AreasOf(IssueRights.Staff)), db.Issues.Within(caller.AreasOf(IssueRights.Verifiers)));
        var counts = await staff
            .Where(x => x.Status == IssueStatus.Submitted || x.Status == IssueStatus.Accepted || x.AppealPending || x.Status == IssueStatus.Triaged && x.FastLane
                        || x.Status == IssueStatus.InAction && x.Actions.Any(a => a.State == ActionState.Declined))
            .GroupBy(x => new { x.Status }).Select(x => new { x.Key.Status, Count = x.Count() }).ToDictionaryAsync(x => x.Status, x => x.Count, ct);
        var toVerify = await verifiers.CountAsync(x => x.Status == IssueStatus.Verifying, ct);
        var toApprove = await db.Issues.Within(caller.AreasOf(IssueRights.Approvers)).CountAsync(x => x.IsAsked && x.Asking!.AskedById != caller.Me, ct);
        var now = clock.GetUtcNow();
        var overdue = await staff.CountAsync(x => x.DueAt <= now, ct);
        var toCountersign = await staff.CountAsync(x => (x.Entry == EntryState.Unconfirmed || x.Entry == EntryState.Disowned) && x.EnteredById != caller.Me, ct);
        return TypedResults.Ok(new View(
            counts.GetValueOrDefault(IssueStatus.Submitted), counts.GetValueOrDefault(IssueStatus.Declined), counts.GetValueOrDefault(IssueStatus.Accepted),
            counts.GetValueOrDefault(IssueStatus.Triaged), counts.GetValueOrDefault(IssueStatus.InAction), toVerify,
            await db.InHandsOf(caller, ActionState.Open).CountAsync(ct), toApprove, overdue, toCountersign, await db.ToDecide(caller).CountAsync(ct))
        {
            DispatchesToSign = await db.OfIssues(db.Issues.Within(caller.AreasOf(IssueRights.ForDepartments))).CountAsync(x => x.State == DispatchState.Dispatched, ct),
            DispatchesToClose = await db.OfIssues(staff).CountAsync(x => x.State == DispatchState.Handled && x.HandledById != caller.Me, ct),
        });
    }
}
