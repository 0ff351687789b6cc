using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Whose hands it is in will not do it, and says why: it is staff's to give it to somebody else.</summary>
public static class DeclineAction
{
    public sealed record Request
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Guid actionId, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var action = issue.ActionOf(actionId);
        var by = caller.ActAs(action.AreaPath, action.Hands);

        db.SayAll(issue, issue.DeclineAction(actionId, by, asked.Reason.Trim(), clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
