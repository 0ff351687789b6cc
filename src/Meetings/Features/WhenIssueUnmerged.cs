using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The merging was undone: an issue that had been triaged waits again where it did.</summary>
public sealed class WhenIssueUnmerged(MeetingsDb db) : Reaction<IssueUnmerged>(db)
{
    protected override async Task React(IssueUnmerged fact, CancellationToken ct) => (await db.Issue(fact, ct)).Presence(null, fact.Version);
}
