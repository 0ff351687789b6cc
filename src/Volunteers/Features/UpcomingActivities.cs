using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>What one can sign up for, and what is going on now; the next one first.</summary>
public static class UpcomingActivities
{
    private static readonly ActivityStatus[] Upcoming = [ActivityStatus.Open, ActivityStatus.Full, ActivityStatus.Running];

    public static async Task<Ok<Page<ActivityView>>> Handle(
        [AsParameters] PageQuery page, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shown = db.Activities.AsNoTracking().Where(x => Upcoming.Contains(x.Status) && x.EndsAt > now);
        if (page.After is not null)
        {
            var (start, last) = Read(Paging.Decode(page.After));
            shown = shown.Where(x => x.StartsAt > start || x.StartsAt == start && x.Id > last);
        }

        return TypedResults.Ok(await shown.OrderBy(x => x.StartsAt).ThenBy(x => x.Id).Select(ActivityView.For(db, caller.Me)).Take(page.Size + 1)
            .ToPage(page.Size, x => Paging.Encode(x.StartsAt!.Value.UtcTicks, x.Id), ct));
    }

    private static (DateTimeOffset Start, Guid Id) Read(string[] keys) =>
        keys is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var start) && start is > 0 and < 3_000_000_000_000_000_000
        && Guid.TryParse(id, out var last)
            ? (new DateTimeOffset(start, TimeSpan.Zero), last) : throw new RefusedException(KernelRefusals.BadCursor);
}
