using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>内部备注: whoever is inside writes one, and reads them all. There is no door to change or delete one, and the database lets nobody either.</summary>
public static class WriteNote
{
    public sealed record Request
    {
        [Needed, Text(Limits.Words)] public required string Text { get; init; }
    }

    public sealed record View(Guid Id, DateTimeOffset At, Guid ById, Role ByRole, bool IsMine, string Text);

    public static async Task<Created<View>> Handle(Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Desk);

        var note = new InternalNote { IssueId = id, ById = caller.Me, ByRole = by.As!.Value, At = clock.GetUtcNow(), Text = asked.Text.Trim() };

        db.Add(note);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/issues/{id}/notes", new View(note.Id, note.At, note.ById, note.ByRole, true, note.Text));
    }

    /// <summary>Newest first.</summary>
    public static async Task<Ok<Page<View>>> List(Guid id, [AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Desk);
        var me = caller.Me;
        return TypedResults.Ok(await db.InternalNotes.Where(x => x.IssueId == id)
            .NewestFirst(page, x => new View(x.Id, x.At, x.ById, x.ByRole, x.ById == me, x.Text), x => x.Id, ct));
    }
}
