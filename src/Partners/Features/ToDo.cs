using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>What waits for staff, or for a unit's contact, of each kind the first to be due and how many there are: the console's home asks for it.</summary>
public static class ToDo
{
    private const int Shown = 8;

    /// <summary>A need that something fits, one that nothing fits, a promise to keep, a service to find done.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<What>))]
    public enum What { Match, Seek, Serve, Confirm }

    public sealed record Thing(Guid Id, string Title, DateOnly DueOn);

    /// <summary>The count is of all of them, also those not shown.</summary>
    public sealed record Group(What What, int Count, IReadOnlyList<Thing> First);

    public static async Task<Ok<IReadOnlyList<Group>>> Handle(PartnersDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (me, today, areas) = (caller.Me, await db.Today(clock, ct), db.AreasWithin(caller.AreasOf(PartnersApi.Staff)));
        var needs = db.Needs.AsNoTracking().Where(x => areas.Contains(x.AreaId));
        var open = needs.Where(x => x.Status == NeedStatus.Open);
        var fits = open.Where(x => db.Resources.Any(r => !r.IsWithdrawn && r.Category == x.Category && r.Promised + x.Count <= r.Capacity
            && (r.Until == null || r.Until >= today) && r.From <= x.DueOn));

        Group[] groups =
        [
            await Of(What.Match, fits), await Of(What.Seek, open.Where(x => !fits.Any(f => f.Id == x.Id))),
            await Of(What.Serve, db.Needs.Where(x => x.Status == NeedStatus.Matched && db.Units.Any(u => u.Id == x.UnitId && u.ContactId == me))),
            await Of(What.Confirm, needs.Where(x => x.Status == NeedStatus.Delivered)),
        ];
        return TypedResults.Ok<IReadOnlyList<Group>>([.. groups.Where(x => x.Count > 0)]);

        async Task<Group> Of(What what, IQueryable<Need> rows) => new(what, await rows.CountAsync(ct),
            await rows.OrderBy(x => x.DueOn).ThenBy(x => x.Id).Take(Shown).Select(x => new Thing(x.Id, x.What, x.DueOn)).ToListAsync(ct));
    }
}
