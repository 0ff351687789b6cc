namespace Platform.Partners.Domain;

/// <summary>
/// How well a resource fits a need. The reasons count in this order: what it is about, how near it is, whether it is there by the day,
/// how often its unit did such things before. It proposes; a person confirms.
/// </summary>
public sealed record Suggestion(Resource Resource, bool SameCategory, int Near, bool InTime, int DoneBefore)
{
    private const int Category = 1000, Nearness = 100, Time = 50, MostHistory = 40;

    public int Score => (SameCategory ? Category : 0) + Near * Nearness + (InTime ? Time : 0) + Math.Min(DoneBefore * 4, MostHistory);

    /// <param name="need">What is needed.</param>
    /// <param name="needPath">The path of the need's area.</param>
    /// <param name="resource">What is offered.</param>
    /// <param name="resourcePath">The path of the area that the resource serves.</param>
    /// <param name="doneBefore">Confirmed services of the unit in the need's category.</param>
    /// <param name="today">Today in the tenant's zone.</param>
    public static Suggestion Of(Need need, string needPath, Resource resource, string resourcePath, int doneBefore, DateOnly today) => new(
        resource, resource.Category == need.Category, Levels(needPath, resourcePath), resource.IsThere(today, need.DueOn), doneBefore);

    /// <summary>How many levels of the tree the two areas share: 1 the street … 4 the building.</summary>
    private static int Levels(string one, string other) =>
        one.Split('/', StringSplitOptions.RemoveEmptyEntries).Zip(other.Split('/', StringSplitOptions.RemoveEmptyEntries)).TakeWhile(x => x.First == x.Second).Count();
}
