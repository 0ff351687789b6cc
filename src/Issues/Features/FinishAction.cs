using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>An action of ours is done: said by whose hands it is in, with a note and at least one photo as evidence.</summary>
public static class FinishAction
{
    public sealed record Request
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Note { get; init; }

        /// <summary>Photos that the caller uploaded before.</summary>
        [Needed, AtMost(Photo.AtMost)] public required IReadOnlyList<Guid> PhotoIds { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Guid actionId, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var action = issue.ActionOf(actionId);
        var by = caller.ActAs(action.AreaPath, action.Hands);
        await db.Attach(asked.PhotoIds, caller.Me, issue.Id, actionId, ct);

        db.SayAll(issue, issue.FinishAction(actionId, by, asked.Note.Trim(), asked.PhotoIds.Count, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
