using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>It goes on inside another issue, which has a place of its own.</summary>
public sealed class WhenIssueMerged(MeetingsDb db) : Reaction<IssueMerged>(db)
{
    protected override Task React(IssueMerged fact, CancellationToken ct) => db.Leave(fact, LeftBecause.Merged, ct);
}
