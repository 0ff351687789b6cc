using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Platform.Directory.SignIn;

namespace Platform.Directory.Data;

internal static class SignInMapping
{
    /// <summary>Accounts (of ASP.NET Core Identity only what is used) and OpenIddict's four tables, under names like ours.</summary>
    public static void MapSignIn(this ModelBuilder model)
    {
        model.Entity<Account>(x =>
        {
            x.ToTable("accounts");
            x.HasIndex(r => r.NormalizedUserName).IsUnique();
            x.Property(r => r.UserName).HasMaxLength(100);
            x.Property(r => r.NormalizedUserName).HasMaxLength(100);
            x.Property(r => r.ConcurrencyStamp).IsConcurrencyToken();
            foreach (var unused in (string[])[nameof(Account.Email), nameof(Account.NormalizedEmail), nameof(Account.EmailConfirmed),
                nameof(Account.PhoneNumber), nameof(Account.PhoneNumberConfirmed), nameof(Account.TwoFactorEnabled)])
                x.Ignore(unused);
        });
        model.UseOpenIddict<Guid>();
        model.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("oidc_clients");
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("oidc_authorizations");
        model.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("oidc_scopes");
        model.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("oidc_tokens");
    }
}
