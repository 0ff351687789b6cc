using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>It should never have been one.</summary>
public sealed class WhenIssueVoided(MeetingsDb db) : Reaction<IssueVoided>(db)
{
    protected override Task React(IssueVoided fact, CancellationToken ct) => db.Leave(fact, LeftBecause.Voided, ct);
}
