using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Data;

/// <summary>Whose data somebody may see: the people of the areas where they hold an office.</summary>
internal static class PeopleInAreas
{
    /// <summary>Offices whose work needs to know residents. An operator's does not.</summary>
    public static readonly Role[] Keepers = [Role.CommitteeStaff, Role.BranchSecretary, Role.TenantAdmin];

    /// <summary>Offices that write down what a resident says, and so may say by phone who it was.</summary>
    public static readonly Role[] Helpers = [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.BuildingLead];

    /// <summary>
    /// Who lives or serves there; and those of whom no more than the street is known, since they may live there: residents of the whole street, and
    /// somebody just written down, who has neither home nor role yet.
    /// </summary>
    public static IQueryable<Person> PeopleIn(this DirectoryDb db, string[] paths)
    {
#pragma warning disable CA1310 // Becomes SQL, which knows no locale here; the overload that names one has no translation.
        var within = db.Areas.Where(a => paths.Any(p => a.Path.StartsWith(p))).Select(a => (Guid?)a.Id);
        var above = db.Areas.Where(a => paths.Any(p => p.StartsWith(a.Path))).Select(a => a.Id);
#pragma warning restore CA1310
        return db.People.Where(x => x.ErasedAt == null).Where(x => within.Contains(x.HomeAreaId) || db.Memberships.Any(m =>
            m.PersonId == x.Id && (within.Contains(m.AreaId) || m.Role == Role.Resident && above.Contains(m.AreaId)))
            || paths.Length > 0 && x.HomeAreaId == null && !db.Memberships.Any(m => m.PersonId == x.Id));
    }

    /// <summary>The person, whom the caller keeps.</summary>
    /// <exception cref="RefusedException">404 nobody; 403 somebody of other areas; 412 If-Match names another version.</exception>
    public static async Task<Person> PersonKeptBy(this DirectoryDb db, Caller caller, Guid id, CancellationToken ct)
    {
        var person = await db.Find<Person>(id, ct);
        return await db.PeopleIn(caller.AreasOf(Keepers)).AnyAsync(x => x.Id == id, ct)
            ? person : throw new RefusedException(KernelRefusals.OutsideYourArea);
    }
}
