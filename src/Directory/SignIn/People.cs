using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;

namespace Platform.Directory.SignIn;

/// <summary>Who somebody is, asked while signing in: before there is a token, so in a unit of work that enters the street by itself.</summary>
internal sealed class People(IServiceScopeFactory scopes, TimeProvider clock, ILogger<People> log)
{
    /// <returns>Null where nobody has this id any more.</returns>
    public Task<string?> NameOf(Guid tenant, Guid person, CancellationToken ct) => scopes.InStreet(tenant, null, "sign-in", async (db, _) =>
        await db.People.Where(x => x.Id == person && x.ErasedAt == null).Select(x => x.DisplayName).SingleOrDefaultAsync(ct)
        ?? await db.Integrators.Where(x => x.Id == person).Select(x => x.Name).SingleOrDefaultAsync(ct));

    /// <summary>Whoever proved to hold this phone: a person known by it, or a new resident of the street.</summary>
    public async Task<(Guid Id, string Name)> ByPhone(Guid tenant, string phone, string code, CancellationToken ct)
    {
        try
        {
            var known = await scopes.InStreet(tenant, null, "sign-in by code", async (db, services) =>
            {
                var phones = services.GetRequiredService<Phones>();
                var number = Phones.Normal(phone);
                await PhoneCodes.Redeem(db, phones, clock, number, code, ct);
                var resident = await db.ResidentByPhone(phones.Store(number), $"居民{number[^4..]}", clock, ct);
                return (resident.Id, resident.DisplayName);
            });
            log.LogInformation("Code sign-in: Right, person {Person} of street {Street}", known.Id, tenant);
            return known;
        }
        catch (RefusedException refused)
        {
            // Each is on record, but no number: whose it was, a log must not tell.
            log.LogInformation("Code sign-in: {Refusal}, street {Street}", refused.Refusal.Code, tenant);
            throw;
        }
    }
}
