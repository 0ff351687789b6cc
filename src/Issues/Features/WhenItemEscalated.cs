using Platform.Contracts.Meetings.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>Its level could not settle it: one level up.</summary>
public sealed class WhenItemEscalated(IssuesDb db) : Reaction<ItemEscalated>(db)
{
    protected override async Task React(ItemEscalated fact, CancellationToken ct)
    {
        if (fact.IssueId is not { } id || await db.Surviving(id, ct) is not { } issue) return;
        var above = await db.Deliberating(issue, Issue.LevelAbove(fact.From), ct);
        db.SayAll(issue, issue.Escalate(fact.SubjectId, fact.ItemId, above, fact.At));
    }
}
