using System.Security.Cryptography;
using Platform.Directory.Demo;
using Platform.Directory.SignIn;
using Platform.Kernel.Doors;

namespace Platform.Directory.Start;

/// <summary>
/// What the migration step puts in: the clients and the operators always, demonstration data where it is wanted. Safe to repeat: what is
/// there stays as it is. Who can sign in stands in accounts.txt beside the key directory, for `up` to print.
/// </summary>
internal static class Seed
{
    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        var (settings, scopes) = (services.GetRequiredService<Settings>(), services.GetRequiredService<IServiceScopeFactory>());
        var (clients, accounts) = (services.GetRequiredService<Clients>(), services.GetRequiredService<Accounts>());
        var secret = await File.ReadAllTextAsync(Path.Combine(settings.KeyDirectory, ServiceSecret.FileName), ct);
        await clients.RegisterOwn(secret.Trim(), ct);
        await Founding.Plant(scopes, Operations.Plan, ct);
        await KnownYears.GiveToAll(scopes, ct);

        var list = new AccountList(settings.KeyDirectory);
        // An operator that is there keeps the password it has, and its line in the list.
        var password = settings.Demo ? Demonstration.Password : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        if (await accounts.Make(Operations.Account, password, Ids.Tenant(Ids.Operators), Operations.Person))
            list.Add(Operations.Account, password, Operations.Role, Operations.Where);
        if (settings.Demo) await Demonstration.Plant(scopes, clients, accounts, list, ct);
    }
}
