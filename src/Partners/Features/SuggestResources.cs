using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>Resources with enough left, the best fit first, each with why.</summary>
public static class SuggestResources
{
    private const int Shown = 10, Looked = 500;

    public sealed record View(
        Guid ResourceId, string What, string Category, Guid UnitId, string UnitName, int Left, DateOnly From, DateOnly? Until,
        bool SameCategory, int SharedLevels, bool InTime, int DoneBefore);

    public static async Task<Ok<IReadOnlyList<View>>> Handle(Guid id, Caller caller, PartnersDb db, TimeProvider clock, CancellationToken ct)
    {
        var need = await db.Find<Need>(id, ct);
        await db.DemandStaff(caller, need.AreaId, ct);
        var (needPath, today) = ((await db.Area(need.AreaId, ct)).Path, await db.Today(clock, ct));

        // Those of the same category first, so that a long list of others does not crowd them out of what is looked at.
        var candidates = await db.Resources.AsNoTracking()
            .Where(x => !x.IsWithdrawn && x.Promised + need.Count <= x.Capacity && (x.Until == null || x.Until >= today) && x.From <= need.DueOn)
            .OrderByDescending(x => x.Category == need.Category).ThenByDescending(x => x.Id).Take(Looked)
            .Join(db.Units, x => x.UnitId, x => x.Id, (resource, unit) => new { Resource = resource, Unit = unit.Name })
            .Join(db.Areas, x => x.Resource.AreaId, x => x.Id, (x, area) => new { x.Resource, x.Unit, area.Path })
            .ToListAsync(ct);
        var done = await db.Needs.Where(x => x.Status == NeedStatus.Confirmed && x.Category == need.Category && x.UnitId != null)
            .GroupBy(x => x.UnitId!.Value).Select(x => new { Unit = x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Unit, x => x.Count, ct);

        return TypedResults.Ok<IReadOnlyList<View>>([.. candidates
            .Select(x => (x.Unit, Fit: Suggestion.Of(need, needPath, x.Resource, x.Path, done.GetValueOrDefault(x.Resource.UnitId), today)))
            .OrderByDescending(x => x.Fit.Score).Take(Shown)
            .Select(x => new View(
                x.Fit.Resource.Id, x.Fit.Resource.What, x.Fit.Resource.Category, x.Fit.Resource.UnitId, x.Unit, x.Fit.Resource.Left, x.Fit.Resource.From,
                x.Fit.Resource.Until, x.Fit.SameCategory, x.Fit.Near, x.Fit.InTime, x.Fit.DoneBefore))]);
    }
}
