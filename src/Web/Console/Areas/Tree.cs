using Platform.Web.Clients.Directory;

namespace Platform.Web.Console.Areas;

/// <summary>An area with what lies below it, its open venues, and what it lacks.</summary>
public sealed record Branch(ShowAreasLine Area, IReadOnlyList<Branch> Below, IReadOnlyList<KeepVenuesView> Venues, bool LacksVenue, bool LacksPerson)
{
    /// <summary>This one and all below it.</summary>
    public IEnumerable<Branch> All => Below.SelectMany(x => x.All).Prepend(this);
}

/// <summary>The street's tree as the console shows it: "1-3-31", a hall, a pavilion a grid, a point a building.</summary>
public static class Tree
{
    public static IReadOnlyList<Branch> Grow(
        IReadOnlyCollection<ShowAreasLine> areas, IEnumerable<KeepVenuesView> venues, IEnumerable<KeepVenuesGap> gaps, IEnumerable<ShowAreasVacancy> vacancies)
    {
        var below = areas.ToLookup(x => x.ParentId);
        var there = venues.Where(x => x.IsOpen).ToLookup(x => x.AreaId);
        var (without, vacant) = (gaps.Select(x => x.AreaId).ToHashSet(), vacancies.Select(x => x.AreaId).ToHashSet());
        return Under(null);

        IReadOnlyList<Branch> Under(Guid? parent) =>
            [.. below[parent].Select(x => new Branch(x, Under(x.Id), [.. there[x.Id]], without.Contains(x.Id), vacant.Contains(x.Id)))];
    }
}
