using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Personal;

namespace Platform.Directory.SignIn;

/// <summary>Who somebody is, asked while signing in: before there is a token, so in a unit of work that enters the street by itself.</summary>
internal sealed class People(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>Null where nobody has this id any more.</returns>
    public Task<string?> NameOf(Guid tenant, Guid person, CancellationToken ct) => scopes.InStreet(tenant, null, "sign-in", async (db, _) =>
        await db.People.Where(x => x.Id == person).Select(x => x.DisplayName).SingleOrDefaultAsync(ct)
        ?? await db.Integrators.Where(x => x.Id == person).Select(x => x.Name).SingleOrDefaultAsync(ct));

    /// <summary>Whoever proved to hold this phone: a person known by it, or a new resident of the street.</summary>
    public Task<(Guid Id, string Name)> ByPhone(Guid tenant, string phone, string code, CancellationToken ct) =>
        scopes.InStreet(tenant, null, "sign-in by code", async (db, services) =>
        {
            var phones = services.GetRequiredService<Phones>();
            var number = Phones.Normal(phone);
            await PhoneCodes.Redeem(db, phones, clock, number, code, ct);
            var hash = phones.HashOf(number);
            var known = await db.People.SingleOrDefaultAsync(x => x.PhoneHash == hash, ct);
            if (known is null)
            {
                known = await NewResident(db, phones.Store(number), $"居民{number[^4..]}", ct);
                await db.SaveChangesAsync(ct);
            }

            return (known.Id, known.DisplayName);
        });

    private async Task<Person> NewResident(DirectoryDb db, StoredPhone phone, string name, CancellationToken ct)
    {
        var person = new Person(Guid.CreateVersion7(), name);
        person.ReachedAt(phone);
        var street = await db.Areas.SingleAsync(x => x.ParentId == null, ct);
        var resident = new Membership(Guid.CreateVersion7(), person.Id, Role.Resident, street.Id, await db.Today(clock, ct), to: null);
        db.AddRange(person, resident);
        db.Say(person, person.Changed());
        db.Say(resident, resident.Changed());
        return person;
    }
}
