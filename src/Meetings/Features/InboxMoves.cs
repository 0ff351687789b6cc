using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What the issue reactions share: finding an issue's row, or beginning it, and taking it off an agenda that it no longer belongs on.</summary>
internal static class InboxMoves
{
    /// <summary>Whatever fact of the issue comes first begins its row.</summary>
    public static async Task<InboxIssue> Issue(this MeetingsDb db, Fact fact, CancellationToken ct)
    {
        if (await db.InboxIssues.SingleOrDefaultAsync(x => x.Id == fact.SubjectId, ct) is { } known) return known;
        var issue = new InboxIssue(fact.SubjectId, fact.ReceiptNumber);
        db.InboxIssues.Add(issue);
        return issue;
    }

    /// <summary>It is merged, withdrawn or voided.</summary>
    public static async Task Leave(this MeetingsDb db, Fact fact, LeftBecause because, CancellationToken ct)
    {
        var issue = await db.Issue(fact, ct);
        issue.Presence(because, fact.Version);
        if (issue is { Gone: { } gone, Standing: Standing.OnAgenda, MeetingId: { } meeting }) await db.TakeOffAgenda(issue, meeting, gone, fact.At, ct);
    }

    /// <summary>An agenda that was not held yet loses the item; a meeting in session is told, and keeps it.</summary>
    public static async Task TakeOffAgenda(this MeetingsDb db, InboxIssue issue, Guid meetingId, LeftBecause because, DateTimeOffset at, CancellationToken ct)
    {
        var meeting = await db.Meeting(meetingId, ct);
        meeting.IssueLeft(issue.Id, because);
        if (meeting.Items.All(x => x.IssueId != issue.Id || x.Outcome is not Outcome.Pending) && issue.Standing is Standing.OnAgenda)
            issue.Stand(Standing.Waiting, at);
    }
}
