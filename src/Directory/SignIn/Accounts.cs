using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Platform.Kernel.Doors;

namespace Platform.Directory.SignIn;

/// <summary>Passwords. Wrong five times: locked for a quarter of an hour.</summary>
internal sealed class Accounts(UserManager<Account> accounts, IPasswordHasher<Account> hasher, People people, ILogger<Accounts> log)
{
    /// <summary>Who this is; the cookie's content.</summary>
    public async Task<(SignInOutcome Outcome, ClaimsPrincipal? Who)> SignIn(string name, string password, CancellationToken ct)
    {
        var account = await accounts.FindByNameAsync(name);
        var signedIn = await SignIn(account, password, ct);
        // Each is on record, but no name that is nobody's: people type their password there.
        log.LogInformation("Password sign-in: {Outcome}, person {Person} of street {Street}", signedIn.Outcome, account?.PersonId, account?.TenantId);
        return signedIn;
    }

    private async Task<(SignInOutcome Outcome, ClaimsPrincipal? Who)> SignIn(Account? account, string password, CancellationToken ct)
    {
        if (account is null)
        {
            // As much work as for an account that exists: time tells nothing about which names do.
            hasher.HashPassword(null!, password);
            return (SignInOutcome.Wrong, null);
        }

        if (await accounts.IsLockedOutAsync(account)) return (SignInOutcome.Locked, null);
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return (await accounts.IsLockedOutAsync(account) ? SignInOutcome.Locked : SignInOutcome.Wrong, null);
        }

        await accounts.ResetAccessFailedCountAsync(account);
        if (await people.NameOf(account.TenantId, account.PersonId, ct) is not { } display) return (SignInOutcome.Wrong, null);
        return (SignInOutcome.Right, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(EnterByToken.PersonClaim, account.PersonId.ToString()), new Claim(EnterByToken.TenantClaim, account.TenantId.ToString()),
            new Claim("name", display),
        ], SignInSetup.Cookie)));
    }

    /// <summary>Letters and digits of ASCII, and - . _ @ +: what can be typed at every keyboard, and looks like no other name.</summary>
    public bool IsName(string name) => name.Length > 0 && name.All(accounts.Options.User.AllowedUserNameCharacters.Contains);

    public async Task<bool> Exists(string name) => await accounts.FindByNameAsync(name) is not null;

    /// <summary>Gives a person an account.</summary>
    /// <returns>False where the name exists already; nothing is changed then.</returns>
    public async Task<bool> Make(string name, string password, Guid tenant, Guid person)
    {
        if (await Exists(name)) return false;
        var made = await accounts.CreateAsync(new Account { UserName = name, TenantId = tenant, PersonId = person }, password);
        return made.Succeeded ? true : throw new InvalidOperationException(string.Join(", ", made.Errors.Select(x => x.Code)));
    }
}

/// <summary>How a sign-in ended.</summary>
internal enum SignInOutcome { Right, Wrong, Locked }
