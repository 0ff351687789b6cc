using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Platform.Kernel.Places;

/// <summary>
/// What nearly every request asks of its street, without asking the database: the street itself, its calendar, its areas, and what a service adds.
/// Places are copies, so behind their owner in any case; the process that saves a change forgets at once, another replica within ten seconds.
/// </summary>
public sealed class StreetMemory(IMemoryCache cache)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, int> _changes = new();

    /// <summary>Null is not remembered.</summary>
    internal async Task<T> Of<T>(Guid tenant, string what, Func<Task<T>> read)
    {
        // What was read while something changed is kept under a number that nobody asks for any more.
        var key = (nameof(StreetMemory), tenant, _changes.GetValueOrDefault(tenant), what);
        if (cache.TryGetValue(key, out T? known)) return known!;
        var found = await read();
        if (found is not null) cache.Set(key, found, AtMost);
        return found;
    }

    /// <summary>Something of this street has changed.</summary>
    internal void Forget(Guid tenant) => _changes.AddOrUpdate(tenant, 1, (_, n) => n + 1);
}
