using Platform.Kernel.Tenancy;

namespace Platform.Directory.Data;

/// <summary>A unit of work for a street that no token named: signing in, founding a street, the demonstration's data.</summary>
internal static class InStreetScope
{
    public static async Task<T> InStreet<T>(
        this IServiceScopeFactory scopes, Guid tenant, Guid? actor, string act, Func<DirectoryDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(tenant);
        scope.ServiceProvider.GetRequiredService<Caller>().Is(actor, act);
        return await work(scope.ServiceProvider.GetRequiredService<DirectoryDb>(), scope.ServiceProvider);
    }
}
