using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Data;

/// <summary>
/// How places are held when many want them at once. Who signs up shares the activity's row (FOR KEY SHARE) and takes a place by one
/// conditional UPDATE: it waits for nobody once the places are gone, and never takes one too many. Who gives a place back holds the row alone
/// (FOR UPDATE), so that nobody slips onto the waiting list unseen while the list moves up. No retry, no cycle of locks.
/// All of it inside <see cref="Platform.Kernel.Data.OneWork.InOne"/>.
/// </summary>
public static class Places
{
    /// <summary>The activity, for somebody who signs up, and whether they are signed up: places may be taken meanwhile, none can come free.</summary>
    public static async Task<(Activity Activity, bool IsSignedUp)> Share(this VolunteersDb db, Guid id, Guid person, CancellationToken ct)
    {
        var found = await db.Activities.FromSql($"SELECT * FROM activities WHERE id = {id} FOR KEY SHARE").PlannedOnce()
            .Select(x => new { Activity = x, IsSignedUp = db.SignUps.Any(s => s.ActivityId == id && s.PersonId == person && s.Status != SignUpStatus.GivenUp) })
            .ToListAsync(ct);
        return (Known(db, found.ConvertAll(x => x.Activity)), found[0].IsSignedUp);
    }

    /// <summary>The activity, for somebody who frees places or changes how many there are.</summary>
    public static async Task<Activity> Hold(this VolunteersDb db, Guid id, CancellationToken ct) =>
        Known(db, await db.Activities.FromSql($"SELECT * FROM activities WHERE id = {id} FOR UPDATE").ToListAsync(ct));

    /// <summary>Takes a place where there is one. The numbers decide, in the statement that changes them; the state only follows.</summary>
    public static async Task<bool> Take(this VolunteersDb db, Activity activity, CancellationToken ct) =>
        activity.HasPlace && await db.Activities
            .Where(x => x.Id == activity.Id && (x.Status == ActivityStatus.Open || x.Status == ActivityStatus.Full) && x.Taken < x.Capacity)
            .ExecuteUpdateAsync(x => x
                .SetProperty(a => a.Taken, a => a.Taken + 1)
                .SetProperty(a => a.Status, a => a.Taken + 1 < a.Capacity ? ActivityStatus.Open : ActivityStatus.Full), ct) == 1;

    /// <summary>Gives free places to who waits, by turn. The caller holds the activity.</summary>
    public static async Task MoveUp(this VolunteersDb db, Activity activity, CancellationToken ct)
    {
        var waiting = await db.SignUps.Where(x => x.ActivityId == activity.Id && x.Status == SignUpStatus.Waiting)
            .OrderBy(x => x.Turn).Take(Math.Max(0, activity.Capacity - activity.Taken)).ToListAsync(ct);
        foreach (var next in waiting)
        {
            next.MoveUp();
            activity.Fill();
        }
    }

    private static Activity Known(VolunteersDb db, List<Activity> rows)
    {
        var found = rows.SingleOrDefault() ?? throw new RefusedException(KernelRefusals.NotFound);
        db.Match(found);
        return found;
    }
}
