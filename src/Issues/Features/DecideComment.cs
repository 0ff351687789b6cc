using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Staff show a comment, or hide it and say why: its author reads the reason.</summary>
public static class DecideComment
{
    public sealed record Request
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }
    }

    public static async Task<NoContent> Show(Guid id, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var comment = await db.Find<Comment>(id, ct);
        var by = caller.ActAs((await db.Find<Issue>(comment.IssueId, ct)).AreaPath, IssueRights.Staff);

        db.Say(comment, comment.Show(by, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(comment.Version);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> Hide(Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var comment = await db.Find<Comment>(id, ct);
        var by = caller.ActAs((await db.Find<Issue>(comment.IssueId, ct)).AreaPath, IssueRights.Staff);

        db.Say(comment, comment.Hide(by, asked.Reason.Trim(), clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(comment.Version);
        return TypedResults.NoContent();
    }
}
