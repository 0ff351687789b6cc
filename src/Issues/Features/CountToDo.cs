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
    /// <param name="MyActions">Open actions in the caller's hands.</param>
    public sealed record View(int ToAccept, int Appeals, int ToTriage, int ToGiveActions, int ToReassign, int ToVerify, int MyActions, int ToApprove, int Overdue);

    public static async Task<Ok<View>> Handle(IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (staff, verifiers) = (caller.PatternsOf(IssueRights.Staff), caller.PatternsOf(IssueRights.Verifiers));
        var counts = await db.Issues
            .Where(x => x.Status == IssueStatus.Submitted || x.Status == IssueStatus.Accepted || x.AppealPending || x.Status == IssueStatus.Triaged && x.FastLane
                        || x.Status == IssueStatus.InAction && x.Actions.Any(a => a.State == ActionState.Declined))
            .Where(x => staff.Any(p => EF.Functions.Like(x.AreaPath, p)))
            .GroupBy(x => new { x.Status }).Select(x => new { x.Key.Status, Count = x.Count() }).ToDictionaryAsync(x => x.Status, x => x.Count, ct);
        var toVerify = await db.Issues.CountAsync(x => x.Status == IssueStatus.Verifying && verifiers.Any(p => EF.Functions.Like(x.AreaPath, p)), ct);
        var approvers = caller.PatternsOf(IssueRights.Approvers);
        var toApprove = await db.Issues.CountAsync(x => x.IsAsked && x.Asking!.AskedById != caller.Me && approvers.Any(p => EF.Functions.Like(x.AreaPath, p)), ct);
        var now = clock.GetUtcNow();
        var overdue = await db.Issues.CountAsync(x => x.DueAt <= now && staff.Any(p => EF.Functions.Like(x.AreaPath, p)), ct);
        return TypedResults.Ok(new View(
            counts.GetValueOrDefault(IssueStatus.Submitted), counts.GetValueOrDefault(IssueStatus.Declined), counts.GetValueOrDefault(IssueStatus.Accepted),
            counts.GetValueOrDefault(IssueStatus.Triaged), counts.GetValueOrDefault(IssueStatus.InAction), toVerify,
            await db.InHandsOf(caller, ActionState.Open).CountAsync(ct), toApprove, overdue));
    }
}
