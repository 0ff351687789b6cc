using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>An issue that its level could not settle moves to the inbox one level up.</summary>
public sealed class WhenIssueEscalated(MeetingsDb db) : Reaction<IssueEscalated>(db)
{
    protected override async Task React(IssueEscalated fact, CancellationToken ct)
    {
        var issue = await db.Issue(fact, ct);
        var agenda = issue.Standing is Standing.OnAgenda ? issue.MeetingId : null;
        issue.Place(fact.DeliberationAreaId, fact.DeliberationLevel, null, fact.Version, fact.At, fact.ReceiptNumber);

        if (agenda is { } meeting && issue.Standing is not Standing.OnAgenda)
            await db.TakeOffAgenda(issue, meeting, LeftBecause.Moved, fact.At, ct);
    }
}
