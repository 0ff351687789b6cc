using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Events;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>What a resolution asks of volunteers becomes a draft, one an action, however often the resolution is heard.</summary>
public sealed class WhenResolutionAdopted(VolunteersDb db) : Reaction<ResolutionAdopted>(db)
{
    protected override async Task React(ResolutionAdopted fact, CancellationToken ct)
    {
        foreach (var action in fact.Actions.Where(x => x.Kind is ActionKind.Volunteers))
            if (!await db.Activities.AnyAsync(x => x.ActionId == action.ActionId, ct))
                db.Activities.Add(Activity.For(action, fact.SubjectId, fact.IssueId, fact.ReceiptNumber));
    }
}
