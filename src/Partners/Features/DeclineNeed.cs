using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>Nobody will do it. A resolution that asked for it hears why.</summary>
public static class DeclineNeed
{
    public static Task<NoContent> Handle(
        Guid id, ReasonRequest request, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct) => db.InOne(async () =>
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);

        need.Decline(request.Reason!);
        if (need.ResourceId is { } resource) await db.GiveBack(resource, need.Count, ct);

        if (need.ActionId is { } action)
            db.Say(need, new ActionDeclined
            {
                ActionId = action, Kind = need.ActionKind!.Value, ResolutionId = need.ResolutionId!.Value, IssueId = need.IssueId,
                Reason = request.Reason!,
            });
        await db.SaveChangesAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.NoContent();
    }, ct);
}
