using Platform.Contracts.Actions.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>Volunteers or partners will not do it: it stands on the issue's page for staff to give it to somebody else.</summary>
public sealed class WhenActionDeclined(IssuesDb db) : Reaction<ActionDeclined>(db)
{
    protected override async Task React(ActionDeclined fact, CancellationToken ct)
    {
        if (await db.WithAction(fact.ActionId, ct) is { } issue) issue.HearDeclined(fact.ActionId, fact.Kind, fact.ActorId, fact.Reason, fact.At);
        else if (fact.IssueId is not null) await Park(fact.ResolutionId);
    }
}
