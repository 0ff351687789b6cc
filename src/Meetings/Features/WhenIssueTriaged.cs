using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A triaged issue waits in the inbox of its level's bodies; on the fast lane it needs no deliberation.</summary>
public sealed class WhenIssueTriaged(MeetingsDb db) : Reaction<IssueTriaged>(db)
{
    protected override async Task React(IssueTriaged fact, CancellationToken ct)
    {
        var issue = await db.Issue(fact, ct);
        var agenda = issue.Standing is Standing.OnAgenda ? issue.MeetingId : null;
        if (fact.FastLane) issue.Presence(LeftBecause.FastLane, fact.Version);
        issue.Place(fact.DeliberationAreaId, fact.DeliberationLevel, fact.Scale, fact.Version, fact.At, fact.ReceiptNumber);

        var because = issue.Gone ?? (issue.Standing is Standing.OnAgenda ? null : LeftBecause.Moved);
        if (agenda is { } meeting && because is { } left) await db.TakeOffAgenda(issue, meeting, left, fact.At, ct);
    }
}
