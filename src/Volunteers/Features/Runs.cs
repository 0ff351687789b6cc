using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Who runs an activity: its team's leader, and the organisers of its area.</summary>
internal static class Runs
{
    public static async Task<bool> MayRun(this VolunteersDb db, Caller caller, Activity activity, CancellationToken ct) =>
        await db.Leads(caller, activity, ct) || caller.Holds((await db.Area(activity.AreaId, ct)).Path, VolunteersApi.Organisers);

    public static async Task DemandRuns(this VolunteersDb db, Caller caller, Activity activity, CancellationToken ct)
    {
        if (!await db.Leads(caller, activity, ct)) await db.DemandOrganises(caller, activity.AreaId, ct);
    }

    public static async Task DemandOrganises(this VolunteersDb db, Caller caller, Guid areaId, CancellationToken ct) =>
        caller.Demand((await db.Area(areaId, ct)).Path, VolunteersApi.Organisers);

    /// <summary>The activities that the caller may know of: all but drafts, and those drafts that are theirs to run.</summary>
    public static IQueryable<Activity> ShownTo(this VolunteersDb db, Caller caller)
    {
        var (me, areas) = (caller.Me, db.AreasWithin(caller.AreasOf(VolunteersApi.Organisers)));
        return db.Activities.Where(x => x.Status != ActivityStatus.Draft
            || db.Teams.Any(t => t.Id == x.TeamId && t.LeaderId == me)
            || areas.Contains(x.AreaId));
    }

    private static async Task<bool> Leads(this VolunteersDb db, Caller caller, Activity activity, CancellationToken ct) =>
        activity.TeamId is { } team && await db.Teams.AnyAsync(x => x.Id == team && x.LeaderId == caller.Me, ct);
}
