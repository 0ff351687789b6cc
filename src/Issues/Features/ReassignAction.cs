using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Staff put an open or declined action into other hands of ours.</summary>
public static class ReassignAction
{
    public sealed record Request
    {
        public required ActionKind Kind { get; init; }
        public Guid? AssigneeId { get; init; }
        public required DateOnly DueOn { get; init; }
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Guid actionId, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);

        issue.ReassignAction(actionId, asked.Kind, asked.AssigneeId, asked.DueOn, by, asked.Words.Trim(), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
