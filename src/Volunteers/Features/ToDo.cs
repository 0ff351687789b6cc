using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>What waits for the caller who runs activities, of each kind the first to be late and how many there are: the console's home asks for it.</summary>
public static class ToDo
{
    private const int Shown = 8;

    /// <summary>Say when and for how many; close what is over; find the hours right.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<What>))]
    public enum What { Arrange, Finish, Verify }

    /// <summary>Since: when it ended. DueOn: by when a resolution wants it.</summary>
    public sealed record Thing(Guid Id, string Title, DateTimeOffset? Since, DateOnly? DueOn);

    /// <summary>The count is of all of them, also those not shown.</summary>
    public sealed record Group(What What, int Count, IReadOnlyList<Thing> First);

    public static async Task<Ok<IReadOnlyList<Group>>> Handle(VolunteersDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (me, now, areas) = (caller.Me, clock.GetUtcNow(), db.AreasWithin(caller.AreasOf(VolunteersApi.Organisers)));
        var mine = db.Activities.AsNoTracking().Where(x => areas.Contains(x.AreaId) || db.Teams.Any(t => t.Id == x.TeamId && t.LeaderId == me));

        Group[] groups =
        [
            await Of(What.Arrange, mine.Where(x => x.Status == ActivityStatus.Draft)),
            await Of(What.Finish, mine.Where(x => x.EndsAt < now
                && (x.Status == ActivityStatus.Open || x.Status == ActivityStatus.Full || x.Status == ActivityStatus.Running))),
            // Nobody finds their own hours right.
            await Of(What.Verify, mine.Where(x => x.Status == ActivityStatus.Finished && areas.Contains(x.AreaId)
                && !db.SignUps.Any(s => s.ActivityId == x.Id && s.PersonId == me && s.Minutes > 0))),
        ];
        return TypedResults.Ok<IReadOnlyList<Group>>([.. groups.Where(x => x.Count > 0)]);

        async Task<Group> Of(What what, IQueryable<Activity> rows) => new(what, await rows.CountAsync(ct),
            await rows.OrderBy(x => x.EndsAt).ThenBy(x => x.DueOn).ThenBy(x => x.Id).Take(Shown)
                .Select(x => new Thing(x.Id, x.Title, x.EndsAt, x.DueOn)).ToListAsync(ct));
    }
}
