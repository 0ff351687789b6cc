using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>It won't take place. A resolution that asked for it hears why.</summary>
public static class CancelActivity
{
    public sealed record Request([Needed, Text(200)] string? Reason);

    public static async Task<NoContent> Handle(
        Guid id, Request request, Caller caller, VolunteersDb db, HttpResponse response, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandRuns(caller, activity, ct);

        activity.Cancel(request.Reason!, await db.SignUps.Where(x => x.ActivityId == id).SumAsync(x => x.Minutes, ct));

        if (activity.ActionId is { } action)
            db.Say(activity, new ActionDeclined
            {
                ActionId = action, Kind = ActionKind.Volunteers, ResolutionId = activity.ResolutionId!.Value, IssueId = activity.IssueId,
                Reason = request.Reason!,
            });
        await db.SaveChangesAsync(ct);
        response.SetVersion(activity.Version);
        return TypedResults.NoContent();
    }
}
