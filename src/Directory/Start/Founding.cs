using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Personal;

namespace Platform.Directory.Start;

/// <summary>A street with everything in it, before it is planted.</summary>
internal sealed record StreetPlan(Street Street, IReadOnlyList<Area> Areas, IReadOnlyList<Venue> Venues, IReadOnlyList<NewPerson> People)
{
    public IReadOnlyList<Integrator> Integrators { get; init; } = [];

    /// <summary>Roles of those who are not people.</summary>
    public IReadOnlyList<Membership> OtherRoles { get; init; } = [];
}

/// <summary>A person with a phone, which is encrypted on the way in, and roles.</summary>
internal sealed record NewPerson(Person Person, string? Phone, IReadOnlyList<Membership> Roles);

/// <summary>Puts a street's office on the platform, and says everything about it that others keep copies of.</summary>
internal static class Founding
{
    /// <returns>False where the street is there already.</returns>
    public static Task<bool> Plant(IServiceScopeFactory scopes, StreetPlan plan, CancellationToken ct, Guid? actor = null) =>
        scopes.InStreet(plan.Street.Id, actor, "founding", async (db, services) =>
        {
            if (await db.Addresses.AnyAsync(x => x.Id == plan.Street.Id, ct)) return false;
            Put(db, plan, services.GetRequiredService<Phones>());
            await db.SaveChangesAsync(ct);
            return true;
        });

    private static void Put(DirectoryDb db, StreetPlan plan, Phones phones)
    {
        db.Addresses.Add(new StreetAddress { Id = plan.Street.Id, Code = plan.Street.Code, Name = plan.Street.Name });
        db.Add(plan.Street);
        db.Say(plan.Street, plan.Street.Configured());
        KnownYears.Put(db, KnownYears.All);
        foreach (var area in plan.Areas) { db.Add(area); db.Say(area, area.Changed()); }
        foreach (var venue in plan.Venues) { db.Add(venue); db.Say(venue, venue.Changed()); }
        foreach (var (person, phone, roles) in plan.People)
        {
            if (phone is not null) person.ReachedAt(phones.Store(Phones.Normal(phone)));
            db.Add(person);
            db.Say(person, person.Changed());
            foreach (var role in roles) { db.Add(role); db.Say(role, role.Changed()); }
        }

        foreach (var integrator in plan.Integrators) db.Add(integrator);
        foreach (var role in plan.OtherRoles) { db.Add(role); db.Say(role, role.Changed()); }
    }
}

/// <summary>The operators' own office: no residents, no neighbourhoods, one first operator.</summary>
internal static class Operations
{
    public const string Account = "operator", Role = "平台运维 Operator", Where = "全平台";

    public static Guid Person { get; } = Ids.Person(Ids.Operators, 1);

    public static StreetPlan Plan
    {
        get
        {
            var street = new Street(Ids.Tenant(Ids.Operators), Street.OperatorsCode, "平台运维", "000000000", "Asia/Shanghai");
            var root = new Area(Ids.Area(Ids.Operators, 0), street);
            var role = new Membership(Ids.Membership(Ids.Operators, 1, 1), Person, Contracts.Directory.V1.Role.Operator, root.Id, new DateOnly(2026, 1, 1), null);
            return new StreetPlan(street, [root], [], [new NewPerson(new Person(Person, "平台运维员"), null, [role])]);
        }
    }
}
