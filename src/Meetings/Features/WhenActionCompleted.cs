using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Those who have an action in hand tell how it ended; the follow-up board shows it. Actions without a resolution are not ours.</summary>
public sealed class WhenActionCompleted(MeetingsDb db) : Reaction<ActionCompleted>(db)
{
    protected override async Task React(ActionCompleted fact, CancellationToken ct)
    {
        if (fact.ResolutionId == Guid.Empty) return;
        if (await db.FollowUps.SingleOrDefaultAsync(x => x.Id == fact.ActionId, ct) is { } action) action.Settle(FollowUpState.Done, null, fact.At);
        else await Park(fact.ActionId);
    }
}
