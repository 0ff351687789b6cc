using System.Text.Json;
using OpenIddict.Abstractions;
using Platform.Directory.Start;
using Platform.Kernel.Doors;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Directory.SignIn;

/// <summary>Who may ask for tokens: Web for people, the platform's services for themselves, integrators for their street.</summary>
internal sealed class Clients(IOpenIddictApplicationManager clients, Settings settings)
{
    /// <summary>Properties of a client: the id that it acts under; and an integrator's street, while a service has none.</summary>
    public const string Tenant = "tenant", Actor = "actor";

    private static readonly string[] Services = ["issues", "meetings", "volunteers", "partners", "insights", "gateway"];

    /// <summary>Registers Web and the services, or brings them up to date.</summary>
    public async Task RegisterOwn(string serviceSecret, CancellationToken ct)
    {
        await Register(Web(), ct);
        foreach (var (number, service) in Services.Index())
            await Register(new OpenIddictApplicationDescriptor
            {
                Properties = { [Actor] = JsonSerializer.SerializeToElement(Ids.Service(number + 1)) }, ClientId = $"service-{service}", ClientSecret = serviceSecret, ClientType = ClientTypes.Confidential, DisplayName = service,
                Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + ServiceToken.Scope },
            }, ct);
    }

    /// <summary>Registers an integrator.</summary>
    public async Task RegisterIntegrator(string clientId, string secret, string name, Guid tenant, Guid actor, IEnumerable<string> scopes, CancellationToken ct)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId, ClientSecret = secret, ClientType = ClientTypes.Confidential, DisplayName = name,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            Properties = { [Tenant] = JsonSerializer.SerializeToElement(tenant), [Actor] = JsonSerializer.SerializeToElement(actor) },
        };
        descriptor.Permissions.UnionWith(scopes.Select(x => Permissions.Prefixes.Scope + x));
        await Register(descriptor, ct);
    }

    /// <summary>What an integrator may ask for; null where it is closed.</summary>
    public async Task<string[]?> ScopesOf(string clientId, CancellationToken ct) => await clients.FindByClientIdAsync(clientId, ct) is { } client
        ? [.. (await clients.GetPermissionsAsync(client, ct)).Where(x => x.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal)).Select(x => x[Permissions.Prefixes.Scope.Length..]).Order()]
        : null;

    /// <summary>Another secret; the one before is of no use any more. False where it is closed.</summary>
    public async Task<bool> ChangeSecret(string clientId, string secret, CancellationToken ct)
    {
        if (await clients.FindByClientIdAsync(clientId, ct) is not { } client) return false;
        await clients.UpdateAsync(client, secret, ct);
        return true;
    }

    /// <summary>It gets no more tokens. False where it is closed already.</summary>
    public async Task<bool> Close(string clientId, CancellationToken ct)
    {
        if (await clients.FindByClientIdAsync(clientId, ct) is not { } client) return false;
        await clients.DeleteAsync(client, ct);
        return true;
    }

    private OpenIddictApplicationDescriptor Web() => new()
    {
        ClientId = "web", ClientType = ClientTypes.Public, ConsentType = ConsentTypes.Implicit, DisplayName = "Web",
        RedirectUris = { new Uri(settings.Web, "/signin-oidc") },
        PostLogoutRedirectUris = { new Uri(settings.Web, "/signout-callback-oidc") },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.ResponseTypes.Code,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.Prefixes.GrantType + PhoneCodeGrant.Type,
            Permissions.Scopes.Profile, Permissions.Prefixes.Scope + Scopes.Api,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    private async Task Register(OpenIddictApplicationDescriptor descriptor, CancellationToken ct)
    {
        if (await clients.FindByClientIdAsync(descriptor.ClientId!, ct) is { } known) await clients.UpdateAsync(known, descriptor, ct);
        else await clients.CreateAsync(descriptor, ct);
    }
}
