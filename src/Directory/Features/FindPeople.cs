using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Features;

/// <summary>People, for whoever keeps them: phones masked, unless one is asked for, which is put on record.</summary>
public static class FindPeople
{
    /// <summary>Flags are null where the person did not agree to show them.</summary>
    public sealed record View(Guid Id, string Name, string? Phone, Guid? HomeAreaId, bool? IsPartyMember, bool? IsVeteran, int Version);

    public sealed record ByPhone([property: Needed][property: Text(30)] string? Phone);

    public sealed record Phone(string Number);

    public sealed record Ids([property: Needed][property: AtMost(100)] Guid[]? Values);

    public sealed record Named(Guid Id, string Name);

    internal static async Task<Ok<Page<View>>> List(
        DirectoryDb db, Caller caller, Phones phones, [AsParameters] PageQuery page, string? name, CancellationToken ct)
    {
        var people = db.PeopleIn(caller.AreasOf(PeopleInAreas.Keepers));
        if (!string.IsNullOrWhiteSpace(name)) people = people.Where(x => x.DisplayName.Contains(name.Trim()));
        var found = await people.NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>([.. found.Items.Select(x => ViewOf(x, phones))], found.Next));
    }

    /// <summary>A body, not an address: phones must not end up in logs of addresses.</summary>
    internal static async Task<Ok<View>> WithPhone(ByPhone request, DirectoryDb db, Caller caller, Phones phones, CancellationToken ct)
    {
        var hash = phones.HashOf(Phones.Normal(request.Phone!));
        var person = await db.PeopleIn(caller.AreasOf(PeopleInAreas.Keepers)).SingleOrDefaultAsync(x => x.PhoneHash == hash, ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        db.AuditRead("Person.FoundByPhone", person.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ViewOf(person, phones));
    }

    internal static async Task<Ok<View>> One(Guid id, DirectoryDb db, Caller caller, Phones phones, HttpResponse response, CancellationToken ct)
    {
        var person = await db.PersonKeptBy(caller, id, ct);
        response.SetVersion(person.Version);
        return TypedResults.Ok(ViewOf(person, phones));
    }

    internal static async Task<Ok<Phone>> ReadPhone(Guid id, DirectoryDb db, Caller caller, Phones phones, CancellationToken ct)
    {
        var person = await db.PersonKeptBy(caller, id, ct);
        if (person.PhoneEncrypted is null) throw new RefusedException(KernelRefusals.NotFound);
        db.AuditRead("Person.Phone", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Phone(phones.Read(person.PhoneEncrypted)));
    }

    /// <summary>Names to show beside what people did. Office holders' are for everybody, residents' for office holders; others read 王**.</summary>
    internal static async Task<Ok<List<Named>>> Names(Ids request, DirectoryDb db, Caller caller, CancellationToken ct)
    {
        var all = caller.Memberships.Any(x => x.Role is not (Role.Resident or Role.Operator));
        var people = await db.People.Where(x => request.Values!.Contains(x.Id)).Select(x => new
        {
            x.Id, x.DisplayName, InOffice = db.Memberships.Any(m => m.PersonId == x.Id && m.Role != Role.Resident),
        }).ToListAsync(ct);
        var clients = await db.Integrators.Where(x => request.Values!.Contains(x.Id)).Select(x => new Named(x.Id, x.Name)).ToListAsync(ct);
        return TypedResults.Ok((List<Named>)[.. clients, .. people.Select(x =>
            new Named(x.Id, all || x.InOffice || x.Id == caller.Id ? x.DisplayName : Person.Masked(x.DisplayName)))]);
    }

    internal static View ViewOf(Person x, Phones phones) => new(
        x.Id, x.DisplayName, x.PhoneEncrypted is null ? null : Phones.Masked(phones.Read(x.PhoneEncrypted)), x.HomeAreaId,
        x.ShowsFlags ? x.IsPartyMember : null, x.ShowsFlags ? x.IsVeteran : null, x.Version);
}
