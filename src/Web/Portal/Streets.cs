using Microsoft.Extensions.Caching.Memory;
using Platform.Web.Clients;
using Platform.Web.Gateway;

namespace Platform.Web.Portal;

/// <summary>A street that has a portal.</summary>
/// <param name="Code">Its part of the address: zhangmiao.</param>
/// <param name="Name">张庙街道.</param>
public sealed record Street(string Code, string Name);

/// <summary>
/// The public list of streets, asked of Directory at most once a minute. While Directory is away there is no list (null, not an
/// empty one): a portal page then shows itself without the street's name rather than not at all.
/// </summary>
public sealed class Streets(IHttpClientFactory http, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Street>?> All(CancellationToken ct = default)
    {
        if (cache.TryGetValue(nameof(Streets), out IReadOnlyList<Street>? known)) return known;
        try
        {
            using var answer = await http.CreateClient(GatewayClients.Name).GetAsync("/api/v1/directory/public/streets", ct);
            known = await answer.Read<Street[]>(ct);
            return cache.Set(nameof(Streets), known, Fresh);
        }
        catch (Exception e) when (e.IsAway() || e is ApiException)
        {
            return null;
        }
    }
}
