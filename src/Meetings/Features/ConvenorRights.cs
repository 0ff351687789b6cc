using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Who may do what with candidates, the roster and training, in the area of the body or workshop or above it.</summary>
public static class ConvenorRights
{
    /// <summary>Propose somebody, write down visits and what others said.</summary>
    public static readonly Role[] Proposers = [Role.CommitteeStaff, Role.BranchSecretary, Role.Convenor, Role.GridOfficer, Role.BuildingLead];

    /// <summary>Decide, answer objections, appoint: the party branch, by its secretary.</summary>
    public static readonly Role[] Branch = [Role.BranchSecretary];

    /// <summary>Offer workshops, mark who came, assess, give certificates.</summary>
    public static readonly Role[] Trainers = [Role.StreetOfficer, Role.TenantAdmin, Role.CommitteeStaff, Role.BranchSecretary];

    /// <summary>Whoever belongs to the area: holds any role in it, above it or within it, a resident's too.</summary>
    /// <exception cref="RefusedException">403 rights.outside-your-area.</exception>
    public static void DemandBelongs(this Caller caller, string areaPath)
    {
        if (!caller.Belongs(areaPath)) throw new RefusedException(KernelRefusals.OutsideYourArea);
    }

    public static bool Belongs(this Caller caller, string areaPath) => caller.Memberships.Any(x =>
        areaPath.StartsWith(x.AreaPath, StringComparison.Ordinal) || x.AreaPath.StartsWith(areaPath, StringComparison.Ordinal));

    /// <summary>The areas where one of these roles is held; of them, where one is named, it and those in it.</summary>
    /// <exception cref="RefusedException">404: no such area.</exception>
    public static async Task<IQueryable<Guid>> AreasWithin(this MeetingsDb db, Caller caller, Role[] roles, Guid? area, CancellationToken ct)
    {
        var readable = db.AreasOf(caller, roles);
        if (area is not { } within) return readable;
        var path = (await db.Area(within, ct)).Path;
#pragma warning disable CA1310 // Translated to SQL, which knows no other comparison.
        return db.Areas.Where(a => a.Path.StartsWith(path) && readable.Contains(a.Id)).Select(a => a.Id);
#pragma warning restore CA1310
    }
}
