using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>评论 on what is on the public board. It waits until staff looked at it, unless the street shows comments at once.</summary>
public static class WriteComment
{
    /// <summary>So many a person: nobody fills a board alone.</summary>
    public const int MostInTenMinutes = 3, MostADay = 20;

    public sealed record Request
    {
        [Needed, Text(Limits.Comment, atLeast: 2)] public required string Text { get; init; }

        /// <summary>Do not show that it was I who reported the issue.</summary>
        public bool HideName { get; init; }
    }

    public sealed record Answer(Guid Id, CommentState State);

    public static async Task<Created<Answer>> Handle(Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var issue = await db.OnTheBoard(id, ct);
        var by = caller.Holds(issue.AreaPath, IssueRights.Staff) ? caller.ActAs(issue.AreaPath, IssueRights.Staff) : caller.AsThemselves();
        var atOnce = await db.CommentRules.AnyAsync(x => x.ShownAtOnce, ct);
        var comment = await db.InOne(async () =>
        {
            await db.DemandPatience(caller.Me, clock.GetUtcNow(), ct);

            var (written, fact) = Comment.Write(issue, by, asked.Text.Trim(), asked.HideName, atOnce, clock.GetUtcNow());

            db.Add(written);
            db.Say(written, fact);
            await db.SaveChangesAsync(ct);
            return written;
        }, ct);
        return TypedResults.Created($"/api/v1/issues/comments/mine", new Answer(comment.Id, comment.State));
    }

    private static async Task DemandPatience(this IssuesDb db, Guid me, DateTimeOffset now, CancellationToken ct)
    {
        // Many at once wait for one another, so that the limits hold.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(me.ToByteArray().AsSpan(8))})", ct);
        var (soon, day) = (now.AddMinutes(-10), now.AddDays(-1));
        var lately = await db.Comments.Where(x => x.AuthorId == me && x.At > day).Select(x => x.At).ToListAsync(ct);
        if (lately.Count >= MostADay || lately.Count(x => x > soon) >= MostInTenMinutes) throw new RefusedException(IssueRefusals.TooManyComments);
    }
}
