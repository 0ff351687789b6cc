using Platform.Contracts.Directory.V1;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>
/// The area that an order is about: by its code, by names from the larger to the smaller (泗塘三村/12号楼), or from the address where no column names
/// it. Where names fit several areas nothing is guessed.
/// </summary>
public sealed class HotlinePlaces(IReadOnlyCollection<AreaCopy> areas)
{
    private static readonly char[] Between = ['/', '／', '>', '＞', '\\', ' ', '　', '\n'];
    private readonly Dictionary<Guid, AreaCopy> _byId = areas.ToDictionary(x => x.Id);
    private readonly ILookup<string, AreaCopy> _byName = areas.SelectMany(x => NamesOf(x).Select(name => (name, x)))
        .ToLookup(x => x.name, x => x.x, StringComparer.OrdinalIgnoreCase);

    // An export names the same few hundred places again and again.
    private readonly Dictionary<(string, string, string, string), (AreaCopy?, Refusal?)> _found = [];

    public (AreaCopy? Area, Refusal? Wrong) Find(string area, string community, string building, string address)
    {
        var asked = (area, community, building, address);
        return _found.TryGetValue(asked, out var known) ? known : _found[asked] = Look(area, community, building, address);
    }

    private (AreaCopy?, Refusal?) Look(string area, string community, string building, string address)
    {
        string[] named = [.. new[] { area, community, building }.Where(x => x.Length > 0)];
        if (named.Length == 0 && address.Length == 0) return (null, ImportRefusals.PlaceMissing);
        var typed = named.Length > 0 ? string.Join(" / ", named) : address;
        var found = named.Length > 0 ? Named(named) : Named([address]) is { Count: 1 } exactly ? exactly : In(address);
        return found.Count switch
        {
            1 => (found[0], null),
            0 => (null, ImportRefusals.UnknownPlace.With(typed)),
            _ => (null, ImportRefusals.AmbiguousPlace.With(typed)),
        };
    }

    private List<AreaCopy> Named(string[] named)
    {
        if (named.Length == 1 && _byName[named[0].Trim()].ToList() is { Count: > 0 } whole) return whole;
        string[] parts = [.. named.SelectMany(x => _byName.Contains(x) ? [x] : x.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return parts.Length == 0 ? [] : [.. _byName[parts[^1]].Where(x => IsBelow(x, parts.AsSpan(0, parts.Length - 1)))];
    }

    // Every name that was given is one of those above it, in their order; a level may be left out.
    private bool IsBelow(AreaCopy area, ReadOnlySpan<string> parts)
    {
        var left = parts.Length;
        for (var above = Above(area); left > 0 && above is not null; above = Above(above))
            if (NamesOf(above).Contains(parts[left - 1], StringComparer.OrdinalIgnoreCase)) left--;
        return left == 0;
    }

    /// <summary>The neighbourhood whose name stands in the address, or the building of it that follows.</summary>
    private List<AreaCopy> In(string address)
    {
        var neighbourhoods = areas.Where(x => x.Level is AreaLevel.Neighbourhood && address.Contains(x.Name, StringComparison.Ordinal)).ToList();
        var longest = neighbourhoods.FindAll(x => x.Name.Length == neighbourhoods.Max(n => n.Name.Length));
        if (longest is not [var here]) return longest;
        var rest = address[(address.IndexOf(here.Name, StringComparison.Ordinal) + here.Name.Length)..];
        var buildings = areas.Where(x => x.Level is AreaLevel.Building && x.Path.StartsWith(here.Path, StringComparison.Ordinal) && Names(x.Name, rest)).ToList();
        return buildings.Count > 0 ? buildings : [here];
    }

    // 2号楼 is not named by 12号楼; and 12号 is 12号楼, as addresses have it.
    private static bool Names(string building, string address)
    {
        var name = building.EndsWith("号楼", StringComparison.Ordinal) ? building[..^1] : building;
        for (var at = address.IndexOf(name, StringComparison.Ordinal); at >= 0; at = address.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsDigit(address[at - 1])) return true;
        return false;
    }

    private AreaCopy? Above(AreaCopy area) => area.ParentId is { } id ? _byId.GetValueOrDefault(id) : null;

    private static IEnumerable<string> NamesOf(AreaCopy area)
    {
        string[] names = [area.Code, area.Path, area.Path.TrimEnd('/'), area.Name];
        // 12 and 12号 stand for 12号楼 in a column of buildings.
        if (area.Level is AreaLevel.Building && area.Name.EndsWith("号楼", StringComparison.Ordinal)) names = [.. names, area.Name[..^1], area.Name[..^2]];
        return names.Distinct();
    }
}
