using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The desk looks at what a department did: closes the dispatch, as another person than who wrote it down, or sends it back.</summary>
public static class CloseDispatch
{
    public sealed record Request
    {
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public sealed record SendBackRequest
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Guid dispatchId, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var words = string.IsNullOrWhiteSpace(asked.Words) ? null : asked.Words.Trim();

        db.SayAll(issue, issue.CloseDispatch(dispatchId, by, words, clock.GetUtcNow()));

        return await db.Saved(issue, response, ct);
    }

    public static async Task<NoContent> SendBack(
        Guid id, Guid dispatchId, SendBackRequest asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);

        issue.SendDispatchBack(dispatchId, by, asked.Reason.Trim(), clock.GetUtcNow());

        return await db.Saved(issue, response, ct);
    }
}
