using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What staff entered for a resident: he says that it is his, or that it is not; or another of the staff vouches for it.</summary>
public static class ConfirmEntry
{
    public sealed record Request
    {
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);

        db.Say(issue, issue.Confirm(caller.AsThemselves(), clock.GetUtcNow()));

        return await Saved(issue, db, response, ct);
    }

    public static async Task<NoContent> Disown(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);

        db.Say(issue, issue.Disown(caller.AsThemselves(), asked.Words?.Trim(), clock.GetUtcNow()));

        return await Saved(issue, db, response, ct);
    }

    public static async Task<NoContent> Countersign(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);

        db.Say(issue, issue.Countersign(by, asked.Words?.Trim(), clock.GetUtcNow()));

        return await Saved(issue, db, response, ct);
    }

    private static async Task<NoContent> Saved(Issue issue, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
