using Microsoft.Extensions.Caching.Memory;
using Platform.Web.Clients;
using Platform.Web.Clients.Directory;

namespace Platform.Web.Gateway;

/// <summary>
/// Who is signed in, with their street and today's roles: for what a page offers. What they may do is each service's own answer; this only spares
/// people the doors that would be closed to them. Remembered for half a minute.
/// </summary>
public sealed class Myself(DirectoryClient directory, IHttpContextAccessor accessor, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>Nobody while Directory is away.</summary>
    public async Task<ShowMeView?> Know()
    {
        if (accessor.HttpContext?.User.FindFirst("sub")?.Value is not { } me) return null;
        if (cache.TryGetValue((typeof(Myself), me), out ShowMeView? known)) return known;
        try
        {
            return cache.Set((typeof(Myself), me), await directory.ShowMeAsync(), Fresh);
        }
        catch (Exception e) when (e.IsAway() || e is ApiException)
        {
            return null;
        }
    }

    /// <summary>Whether one of these roles is held anywhere; also while nobody can say, since the service decides anyway.</summary>
    public async Task<bool> Holds(params Role[] roles) => await Know() is not { } me || me.Memberships.Any(x => roles.Contains(x.Role));

    /// <summary>The street's administrator.</summary>
    public Task<bool> Administers() => Holds(Role.TenantAdmin);

    /// <summary>Those whose work needs to know people.</summary>
    public Task<bool> KeepsPeople() => Holds(Role.CommitteeStaff, Role.BranchSecretary, Role.TenantAdmin);
}
