using Platform.Contracts.Meetings.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>A later meeting will take it up: back among the triaged.</summary>
public sealed class WhenItemDeferred(IssuesDb db) : Reaction<ItemDeferred>(db)
{
    protected override async Task React(ItemDeferred fact, CancellationToken ct)
    {
        if (fact.IssueId is { } id && await db.Surviving(id, ct) is { } issue)
            issue.Defer(fact.SubjectId, fact.ItemId, fact.At);
    }
}
