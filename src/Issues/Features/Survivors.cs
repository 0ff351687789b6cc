using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;

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

    /// <summary>The issue whose page the action stands on: where an issue was merged, that of the other.</summary>
    public static Task<Issue?> WithAction(this IssuesDb db, Guid actionId, CancellationToken ct) =>
        db.Issues.SingleOrDefaultAsync(x => x.Actions.Any(a => a.Id == actionId), ct);
}
