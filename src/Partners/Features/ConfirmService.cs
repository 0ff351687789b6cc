using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The committee finds the service done; the action that asked for it is completed.</summary>
public static class ConfirmService
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);

        need.Confirm();

        if (need.ActionId is { } action)
            db.Say(need, new ActionCompleted
            {
                ActionId = action, Kind = need.ActionKind!.Value, ResolutionId = need.ResolutionId!.Value, IssueId = need.IssueId,
            });
        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }
}
