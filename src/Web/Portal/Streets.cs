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
            return cache.Set(nameof(Streets), await Ask(ct), Fresh);
        }
        catch (Exception e) when (e.IsAway() || e is ApiException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<Street>> Ask(CancellationToken ct)
    {
        var streets = new List<Street>();
        using var gateway = http.CreateClient(GatewayClients.Name);
        string? after = null;
        do
        {
            using var answer = await gateway.GetAsync($"/api/v1/directory/public/streets?limit=100{(after is null ? "" : $"&after={after}")}", ct);
            var page = await answer.Read<Page>(ct);
            streets.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return streets;
    }

    private sealed record Page(IReadOnlyList<Street> Items, string? Next);
}
