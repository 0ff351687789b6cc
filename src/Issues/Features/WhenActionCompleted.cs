using Platform.Contracts.Actions.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>Volunteers and partners report an action done; where its resolution was not heard yet, the report waits for it.</summary>
public sealed class WhenActionCompleted(IssuesDb db) : Reaction<ActionCompleted>(db)
{
    protected override async Task React(ActionCompleted fact, CancellationToken ct)
    {
        if (await db.WithAction(fact.ActionId, ct) is { } issue) db.SayAll(issue, issue.HearDone(fact.ActionId, fact.ActorId, fact.At));
        else if (fact.IssueId is not null) await Park(fact.ResolutionId);
    }
}
