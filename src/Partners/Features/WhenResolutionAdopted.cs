using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Events;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>What a resolution asks of partners is on the list of needs, once an action, however often the resolution is heard.</summary>
public sealed class WhenResolutionAdopted(PartnersDb db) : Reaction<ResolutionAdopted>(db)
{
    protected override async Task React(ResolutionAdopted fact, CancellationToken ct)
    {
        foreach (var action in fact.Actions.Where(x => x.Kind is ActionKind.Partner or ActionKind.ThirdParty))
        {
            if (await db.Needs.AnyAsync(x => x.ActionId == action.ActionId, ct)) continue;
            var need = Need.For(action, fact.SubjectId, fact.IssueId, fact.ReceiptNumber);
            db.Needs.Add(need);
            db.Say(need, new NeedPublished { AreaId = need.AreaId, Category = need.Category, ActionId = need.ActionId });
        }
    }
}
