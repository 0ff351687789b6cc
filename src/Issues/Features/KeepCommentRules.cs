using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;

namespace Platform.Issues.Features;

/// <summary>Whether a street shows comments at once, or after staff looked at them; the latter unless it says so.</summary>
public static class KeepCommentRules
{
    public sealed record Request
    {
        public required bool ShownAtOnce { get; init; }
    }

    public sealed record View(bool ShownAtOnce);

    public static async Task<Ok<View>> Show(IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var rules = await db.CommentRules.AsNoTracking().SingleOrDefaultAsync(ct);
        response.SetVersion(rules?.Version ?? 0);
        return TypedResults.Ok(new View(rules?.ShownAtOnce ?? false));
    }

    public static async Task<Ok<View>> Handle(Request asked, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var rules = await db.CommentRules.SingleOrDefaultAsync(ct);
        if (rules is null) db.Add(rules = new CommentRules());
        else db.Match(rules);

        rules.Set(asked.ShownAtOnce);

        await db.SaveChangesAsync(ct);
        response.SetVersion(rules.Version);
        return TypedResults.Ok(new View(rules.ShownAtOnce));
    }
}
