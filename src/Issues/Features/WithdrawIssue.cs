using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Its author takes it back. What was merged into it belongs to others and goes on by itself.</summary>
public static class WithdrawIssue
{
    public sealed record Request
    {
        [Text(Limits.Words)] public string? Words { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.AsThemselves();

        db.Say(issue, issue.Withdraw(by, asked.Words?.Trim(), clock.GetUtcNow()));
        await db.LetGoOfAll(issue, by, clock.GetUtcNow(), ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
