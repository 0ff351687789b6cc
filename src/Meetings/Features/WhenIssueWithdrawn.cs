using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Its author took it back: it leaves the inbox, and an agenda that was not held yet, with a note.</summary>
public sealed class WhenIssueWithdrawn(MeetingsDb db) : Reaction<IssueWithdrawn>(db)
{
    protected override Task React(IssueWithdrawn fact, CancellationToken ct) => db.Leave(fact, LeftBecause.Withdrawn, ct);
}
