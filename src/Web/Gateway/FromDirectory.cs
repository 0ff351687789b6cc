using Platform.Web.Clients.Directory;
using Platform.Web.Kit;

namespace Platform.Web.Gateway;

/// <summary>What other services tell by id only: names of people as this reader may read them, and the areas to choose from.</summary>
public sealed class FromDirectory(DirectoryClient directory)
{
    private const int AtOnce = 100;

    public async Task<IReadOnlyDictionary<Guid, string>> Names(IEnumerable<Guid> people)
    {
        var named = new Dictionary<Guid, string>();
        foreach (var some in people.Distinct().Chunk(AtOnce))
            foreach (var person in await directory.NamePeopleAsync(new FindPeopleIds(some)))
                named[person.Id] = person.Name;
        return named;
    }

    /// <summary>The street's areas, each building under its grid.</summary>
    public async Task<IReadOnlyList<AreaChoice>> Areas() =>
        Choices(await directory.ListAreasAsync(), x => x.Level is not AreaLevel.Street);

    /// <summary>Those of these areas to choose from, each building under its grid.</summary>
    public static IReadOnlyList<AreaChoice> Choices(IReadOnlyCollection<ShowAreasLine> areas, Func<ShowAreasLine, bool> which)
    {
        var names = areas.ToDictionary(x => x.Id, x => x.Name);
        return [.. areas.Where(which)
            .Select(x => new AreaChoice(x.Id, x.Name, x is { Level: AreaLevel.Building, ParentId: { } grid } ? names.GetValueOrDefault(grid) : null))];
    }

    /// <summary>Where people live.</summary>
    public async Task<IReadOnlyList<AreaChoice>> Buildings() => [.. (await Areas()).Where(x => x.Above is not null)];

    /// <summary>Every venue of the street: a tree is of use only whole.</summary>
    public async Task<IReadOnlyList<KeepVenuesView>> Venues()
    {
        var all = new List<KeepVenuesView>();
        string? after = null;
        do
        {
            var page = await directory.ListVenuesAsync(after, AtOnce);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    /// <summary>The street itself and all below it, where a role may be for the whole of them.</summary>
    public async Task<IReadOnlyList<AreaChoice>> AreasWithStreet()
    {
        var street = (await directory.ListAreasAsync(AreaLevel.Street)).Select(x => new AreaChoice(x.Id, x.Name));
        return [.. street, .. await Areas()];
    }
}
