using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What a department does with what was dispatched to it: 签收, 办理, 退回. Written down by the street's officers, since departments have no accounts here.</summary>
public static class HandleDispatch
{
    public sealed record Request
    {
        /// <summary>What was done.</summary>
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Words { get; init; }

        /// <summary>Photos that the caller uploaded before.</summary>
        [AtMost(Photo.AtMost)] public IReadOnlyList<Guid>? PhotoIds { get; init; }
    }

    public sealed record ReturnRequest
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }

        /// <summary>Whose it is, where they know.</summary>
        [Text(Limits.Whose)] public string? Whose { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Guid dispatchId, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.ForDepartments);

        issue.HandleDispatch(dispatchId, by, asked.Words.Trim(), clock.GetUtcNow());

        await db.Attach(asked.PhotoIds, caller.Me, issue.Id, dispatchId, ct);
        return await db.Saved(issue, response, ct);
    }

    public static async Task<NoContent> Sign(
        Guid id, Guid dispatchId, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.ForDepartments);

        issue.SignDispatch(dispatchId, by, clock.GetUtcNow());

        return await db.Saved(issue, response, ct);
    }

    public static async Task<NoContent> Return(
        Guid id, Guid dispatchId, ReturnRequest asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.ForDepartments);
        var whose = string.IsNullOrWhiteSpace(asked.Whose) ? null : asked.Whose.Trim();

        issue.ReturnDispatch(dispatchId, by, asked.Reason.Trim(), whose, clock.GetUtcNow());

        return await db.Saved(issue, response, ct);
    }

    internal static async Task<NoContent> Saved(this IssuesDb db, Issue issue, HttpResponse response, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
