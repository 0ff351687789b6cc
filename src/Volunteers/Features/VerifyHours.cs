using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Volunteers.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>The hours are right: each who was there gets an entry in the ledger, and the action that asked for it is done.</summary>
public static class VerifyHours
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, VolunteersDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        await db.DemandOrganises(caller, activity.AreaId, ct);
        var there = await db.SignUps.Where(x => x.ActivityId == id && x.Minutes > 0).ToListAsync(ct);

        activity.VerifyHours(there.Sum(x => x.Minutes));
        List<HoursEntry> entries = [.. there.Select(x => HoursEntry.Credit(x, caller.Me, clock.GetUtcNow()))];

        db.Hours.AddRange(entries);
        foreach (var entry in entries)
            db.Say(entry, new HoursCredited { PersonId = entry.PersonId, ActivityId = id, Minutes = entry.Minutes });
        db.Say(activity, new ActivityFinished
        {
            AreaId = activity.AreaId, People = entries.Count, Minutes = entries.Sum(x => x.Minutes), ActionId = activity.ActionId,
        });
        if (activity.ActionId is { } action)
            db.Say(activity, new ActionCompleted
            {
                ActionId = action, Kind = ActionKind.Volunteers, ResolutionId = activity.ResolutionId!.Value, IssueId = activity.IssueId,
            });
        // Of two who verify at the same moment, the ledger takes one.
        await db.SaveOnce(VolunteerRefusals.CannotMove(ActivityStatus.HoursVerified, ActivityStatus.HoursVerified), ct);
        response.SetVersion(activity.Version);
        return TypedResults.NoContent();
    }
}
