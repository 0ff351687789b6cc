using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Platform.Kernel.Time;

namespace Platform.Kernel.Places;

/// <summary>
/// What nearly every request asks of places, without asking the database: the street, its calendar, its areas. They are copies, so behind their
/// owner in any case; the process that takes up a change forgets at once, another replica within ten seconds.
/// </summary>
public sealed class PlacesMemory(IMemoryCache cache)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, int> _changes = new();

    internal Task<StreetCopy> Street(Guid tenant, Func<Task<StreetCopy>> read) => Of(tenant, nameof(Street), Guid.Empty, read);

    internal Task<WorkingCalendar> Calendar(Guid tenant, Func<Task<WorkingCalendar>> read) => Of(tenant, nameof(Calendar), Guid.Empty, read);

    /// <summary>Null where there is none, which is not remembered.</summary>
    internal Task<AreaCopy?> Area(Guid tenant, Guid id, Func<Task<AreaCopy?>> read) => Of(tenant, nameof(Area), id, read);

    /// <summary>Something of this street's places has changed.</summary>
    internal void Forget(Guid tenant) => _changes.AddOrUpdate(tenant, 1, (_, n) => n + 1);

    // What was read while something changed is kept under a number that nobody asks for any more.
    private async Task<T> Of<T>(Guid tenant, string what, Guid id, Func<Task<T>> read)
    {
        var key = (nameof(PlacesMemory), tenant, _changes.GetValueOrDefault(tenant), what, id);
        if (cache.TryGetValue(key, out T? known)) return known!;
        var found = await read();
        if (found is not null) cache.Set(key, found, AtMost);
        return found;
    }
}
