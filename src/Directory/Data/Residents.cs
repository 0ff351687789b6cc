using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Kernel.Personal;

namespace Platform.Directory.Data;

/// <summary>Who is known by a phone. One rule for whoever signs in with it and for whoever is written down by staff who were called from it.</summary>
internal static class Residents
{
    /// <summary>The person with this phone; or somebody new, who is a resident of the whole street until a home is known.</summary>
    public static async Task<Person> ResidentByPhone(this DirectoryDb db, StoredPhone phone, string name, TimeProvider clock, CancellationToken ct)
    {
        if (await db.WithPhone(phone, ct) is { } known) return known;
        var person = new Person(Guid.CreateVersion7(), name);
        person.ReachedAt(phone);
        var street = await db.Areas.SingleAsync(x => x.ParentId == null, ct);
        var resident = new Membership(Guid.CreateVersion7(), person.Id, Role.Resident, street.Id, await db.Today(clock, ct), to: null);
        db.AddRange(person, resident);
        db.Say(person, person.Changed());
        db.Say(resident, resident.Changed());
        try
        {
            await db.SaveChangesAsync(ct);
            return person;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two at once: whoever was first made them.
            db.ChangeTracker.Clear();
            return await db.WithPhone(phone, ct) ?? throw new InvalidOperationException("Neither made nor found.", e);
        }
    }

    private static Task<Person?> WithPhone(this DirectoryDb db, StoredPhone phone, CancellationToken ct) =>
        db.People.SingleOrDefaultAsync(x => x.PhoneHash == phone.Hash, ct);
}
