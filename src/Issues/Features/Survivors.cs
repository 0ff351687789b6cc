using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>Whom a fact from outside is about.</summary>
internal static class Survivors
{
    /// <summary>The issue; the one it went into where it was merged meanwhile; null where it is none of this tenant's.</summary>
    public static async Task<Issue?> Surviving(this IssuesDb db, Guid id, CancellationToken ct)
    {
        var issue = await db.Issues.SingleOrDefaultAsync(x => x.Id == id, ct);
        return issue?.MergedIntoId is { } into ? await db.Issues.SingleAsync(x => x.Id == into, ct) : issue;
    }

    /// <summary>The issue, or the one that it went into, for whoever knows it by its own number.</summary>
    /// <exception cref="RefusedException">404: none of this street's.</exception>
    public static async Task<Issue> FindSurvivor(this IssuesDb db, Guid id, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        return issue.MergedIntoId is { } into ? await db.Find<Issue>(into, ct) : issue;
    }

    /// <summary>The issue whose page the action stands on: where an issue was merged, that of the other.</summary>
    public static Task<Issue?> WithAction(this IssuesDb db, Guid actionId, CancellationToken ct) =>
        db.Issues.SingleOrDefaultAsync(x => x.Actions.Any(a => a.Id == actionId), ct);
}
