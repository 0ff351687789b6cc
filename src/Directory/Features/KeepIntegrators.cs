using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Features;

/// <summary>
/// Systems of others that work for a street: registered with the APIs that they may use, closed when they no longer do. What they may do there is a
/// role in an area like anybody's. They are never deleted: what they did keeps its name.
/// </summary>
public static class KeepIntegrators
{
    /// <summary>Scopes are empty where it is closed.</summary>
    public sealed record View(Guid Id, string ClientId, string Name, IReadOnlyList<string> Scopes, bool IsOpen, bool HasKey);

    public sealed record Request([property: Needed][property: Text(100)] string? Name, [property: Needed][property: AtMost(20)] string[]? Scopes);

    /// <summary>The secret is shown once; nobody can read it again.</summary>
    public sealed record Registered(Guid Id, string ClientId, string Secret);

    /// <summary>The Open311 key, shown once.</summary>
    public sealed record Key(Guid Id, string ApiKey);

    /// <summary>Not paged: a street has a handful.</summary>
    internal static async Task<Ok<List<View>>> List(DirectoryDb db, Clients clients, CancellationToken ct)
    {
        var views = new List<View>();
        foreach (var x in await db.Integrators.OrderBy(x => x.Id).ToListAsync(ct))
        {
            var scopes = await clients.ScopesOf(x.ClientId, ct);
            views.Add(new View(x.Id, x.ClientId, x.Name, scopes ?? [], scopes is not null, x.KeyHash is not null));
        }

        return TypedResults.Ok(views);
    }

    internal static async Task<Created<Registered>> Register(Request request, DirectoryDb db, Clients clients, CancellationToken ct)
    {
        if (request.Scopes!.FirstOrDefault(x => !Scopes.OfServices.Contains(x)) is { } unknown) throw new RefusedException(DirectoryRefusals.UnknownScope.With(unknown));
        var (id, secret) = (Guid.CreateVersion7(), NewSecret());
        var integrator = new Integrator(id, $"{(await db.Street(ct)).Code}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}", request.Name!.Trim());
        db.Add(integrator);
        await db.SaveChangesAsync(ct);
        await clients.RegisterIntegrator(integrator.ClientId, secret, integrator.Name, db.TenantId, id, request.Scopes!, ct);
        return TypedResults.Created((string?)null, new Registered(id, integrator.ClientId, secret));
    }

    internal static async Task<Ok<Registered>> ChangeSecret(Guid id, DirectoryDb db, Clients clients, CancellationToken ct)
    {
        var (integrator, secret) = (await db.Find<Integrator>(id, ct), NewSecret());
        if (!await clients.ChangeSecret(integrator.ClientId, secret, ct)) throw new RefusedException(DirectoryRefusals.IntegratorClosed);
        db.AuditRead("Integrator.Secret", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Registered(id, integrator.ClientId, secret));
    }

    /// <summary>
    /// A key for Open311 alone: clients of that standard put it into addresses and forms, where the secret of an OAuth client must never be. It opens
    /// nothing but reporting.
    /// </summary>
    internal static async Task<Ok<Key>> NewKey(Guid id, DirectoryDb db, Clients clients, CancellationToken ct)
    {
        var (integrator, key) = (await db.Find<Integrator>(id, ct), $"o3-{NewSecret()}");
        if (await clients.ScopesOf(integrator.ClientId, ct) is null) throw new RefusedException(DirectoryRefusals.IntegratorClosed);
        integrator.GetKey(HashOf(key));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Key(id, key));
    }

    internal static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    internal static async Task<NoContent> Close(Guid id, DirectoryDb db, Clients clients, TimeProvider clock, MembershipMemory memory, CancellationToken ct)
    {
        var (integrator, today) = (await db.Find<Integrator>(id, ct), await db.Today(clock, ct));
        if (!await clients.Close(integrator.ClientId, ct)) throw new RefusedException(DirectoryRefusals.IntegratorClosed);
        foreach (var role in await db.Memberships.Where(x => x.PersonId == id && (x.To == null || x.To >= today)).ToListAsync(ct))
        {
            // Yesterday was its last day: a token that is still good for minutes opens nothing.
            role.End(today.AddDays(-1), today);
            db.Say(role, role.Changed());
        }

        integrator.GetKey(null);
        db.AuditRead("Integrator.Closed", id);
        await db.SaveChangesAsync(ct);
        memory.Forget(id);
        return TypedResults.NoContent();
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
