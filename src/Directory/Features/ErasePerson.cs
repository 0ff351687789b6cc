using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Features;

/// <summary>
/// A person has what is kept of them erased: here at once, with account, codes and tokens; in the other services when they hear of it. Who
/// holds an office gives it back first, or a neighbourhood would be without anybody and not know it.
/// </summary>
public static class ErasePerson
{
    internal static async Task<NoContent> Myself(
        DirectoryDb db, Caller caller, IOpenIddictTokenManager tokens, MembershipMemory memory, TimeProvider clock, CancellationToken ct) =>
        await Erase(await db.Find<Person>(caller.Me, ct), db, tokens, memory, clock, ct);

    internal static async Task<NoContent> Other(
        Guid id, DirectoryDb db, IOpenIddictTokenManager tokens, MembershipMemory memory, TimeProvider clock, CancellationToken ct) =>
        await Erase(await db.Find<Person>(id, ct), db, tokens, memory, clock, ct);

    private static async Task<NoContent> Erase(
        Person person, DirectoryDb db, IOpenIddictTokenManager tokens, MembershipMemory memory, TimeProvider clock, CancellationToken ct)
    {
        if (person.ErasedAt is not null) return TypedResults.NoContent();
        var today = await db.Today(clock, ct);
        var held = await db.Memberships.Where(x => x.PersonId == person.Id && (x.To == null || x.To >= today)).ToListAsync(ct);
        if (held.Find(x => x.Role is not Role.Resident) is { } office) throw new RefusedException(DirectoryRefusals.InOffice.With(office.Role));

        if (person.PhoneHash is { } phone) db.RemoveRange(await db.Codes.Where(x => x.PhoneHash == phone).ToListAsync(ct));
        db.RemoveRange(await db.Accounts.Where(x => x.TenantId == db.TenantId && x.PersonId == person.Id).ToListAsync(ct));
        foreach (var membership in held.Where(x => x.CutShort(today.AddDays(-1)))) db.Say(membership, membership.Changed());
        person.Erase(clock.GetUtcNow());
        db.Say(person, new PersonErased());
        await db.SaveChangesAsync(ct);
        memory.Forget(person.Id);
        await tokens.RevokeBySubjectAsync(person.Id.ToString(), ct);
        return TypedResults.NoContent();
    }
}
