using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Staff take many on at once.</summary>
public static class AcceptMany
{
    public static async Task<Ok<ManyIssues.Answer>> Handle(
        ManyIssues.Request asked, IssuesDb db, Caller caller, TimeProvider clock, RefusalTexts texts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ids, more) = await db.Chosen(asked, x => x.Where(i => i.Status == IssueStatus.Submitted), caller, now, ct);

        return TypedResults.Ok(await db.Each(ids, more, issue =>
        {
            var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
            db.Say(issue, issue.Accept(by, now));
            return Task.CompletedTask;
        }, texts, ct));
    }
}
