using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Features;

/// <summary>People are written down by whoever keeps them, and given an account by the street's administrator.</summary>
public static class KeepPeople
{
    public sealed record Added(
        [property: Needed][property: Text(50)] string? Name, [property: Text(30)] string? Phone, Guid? HomeAreaId, bool IsPartyMember = false, bool IsVeteran = false);

    /// <summary>Phone and flags that are left out stay as they are: who keeps people does not see flags that are not shown.</summary>
    public sealed record Changed(
        [property: Needed][property: Text(50)] string? Name, [property: Text(30)] string? Phone, Guid? HomeAreaId, bool? IsPartyMember = null, bool? IsVeteran = null);

    public sealed record AccountWanted([property: Needed][property: Text(100, 3)] string? Name);

    /// <summary>Shown once; nobody can read the password again.</summary>
    public sealed record AccountMade(string Name, string Password);

    internal static async Task<Created<FindPeople.View>> Add(
        Added request, DirectoryDb db, Phones phones, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var home = await Home(db, caller, request.HomeAreaId, ct);
        var person = new Person(Guid.CreateVersion7(), request.Name!.Trim());
        await Reach(db, phones, person, request.Phone, ct);
        person.Live(home?.Id);
        person.Flag(request.IsPartyMember, request.IsVeteran);
        db.Add(person);
        if (home is not null)
        {
            var resident = new Membership(Guid.CreateVersion7(), person.Id, Role.Resident, home.Id, await db.Today(clock, ct), null);
            db.Add(resident);
            db.Say(resident, resident.Changed());
        }

        return TypedResults.Created($"/api/v1/directory/people/{person.Id}", await Saved(db, person, phones, response, ct));
    }

    internal static async Task<Ok<FindPeople.View>> Change(
        Guid id, Changed request, DirectoryDb db, Phones phones, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var person = await db.PersonKeptBy(caller, id, ct);
        person.Rename(request.Name!.Trim());
        person.Live((await Home(db, caller, request.HomeAreaId, ct))?.Id);
        person.Flag(request.IsPartyMember ?? person.IsPartyMember, request.IsVeteran ?? person.IsVeteran);
        if (request.Phone is not null) await Reach(db, phones, person, request.Phone, ct);
        return TypedResults.Ok(await Saved(db, person, phones, response, ct));
    }

    internal static async Task<Ok<AccountMade>> MakeAccount(Guid id, AccountWanted request, DirectoryDb db, Accounts accounts, CancellationToken ct)
    {
        var person = await db.Find<Person>(id, ct);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var name = request.Name!.Trim();
        if (!accounts.IsName(name)) throw new RefusedException(DirectoryRefusals.BadAccountName);
        if (!await accounts.Make(name, password, db.TenantId, person.Id)) throw new RefusedException(DirectoryRefusals.AccountTaken.With(name));
        db.AuditRead("Person.Account", person.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new AccountMade(name, password));
    }

    private static async Task<Area?> Home(DirectoryDb db, Caller caller, Guid? areaId, CancellationToken ct)
    {
        if (areaId is null) return null;
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == areaId, ct) ?? throw new RefusedException(KernelRefusals.UnknownArea);
        caller.Demand(area.Path, PeopleInAreas.Keepers);
        return area.Level is AreaLevel.Building ? area : throw new RefusedException(DirectoryRefusals.NotABuilding);
    }

    private static async Task Reach(DirectoryDb db, Phones phones, Person person, string? phone, CancellationToken ct)
    {
        var stored = string.IsNullOrWhiteSpace(phone) ? null : phones.Store(Phones.Normal(phone));
        if (stored is not null && await db.People.AnyAsync(x => x.PhoneHash == stored.Hash && x.Id != person.Id, ct))
            throw new RefusedException(DirectoryRefusals.PhoneTaken);
        person.ReachedAt(stored);
    }

    private static async Task<FindPeople.View> Saved(DirectoryDb db, Person person, Phones phones, HttpResponse response, CancellationToken ct)
    {
        db.Say(person, person.Changed());
        await db.SaveChangesAsync(ct);
        response.SetVersion(person.Version);
        return FindPeople.ViewOf(person, phones);
    }
}
