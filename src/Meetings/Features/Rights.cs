using Platform.Contracts.Directory.V1;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Who may do what with meetings, in the area of the body or above it.</summary>
public static class Rights
{
    /// <summary>Found bodies, fill their seats, adopt their rules.</summary>
    public static readonly Role[] Founders = [Role.BranchSecretary, Role.CommitteeStaff, Role.TenantAdmin];

    /// <summary>Approve who is to sit in a great party committee.</summary>
    public static readonly Role[] Approvers = [Role.BranchSecretary];

    /// <summary>Call meetings and run them.</summary>
    public static readonly Role[] Conveners = [Role.Convenor, Role.CommitteeStaff, Role.BranchSecretary];

    /// <summary>See plans, inboxes, rolls and the follow-up board.</summary>
    public static readonly Role[] Readers = [.. Conveners, Role.StreetOfficer, Role.TenantAdmin];

    /// <summary>Read the register of owners, with names.</summary>
    public static readonly Role[] Keepers = [.. Founders, Role.Convenor];

    /// <exception cref="Platform.Kernel.Refusals.RefusedException">403 rights.outside-your-area.</exception>
    public static async Task DemandIn(this Caller caller, MeetingsDb db, Guid areaId, Role[] roles, CancellationToken ct) =>
        caller.Demand((await db.Area(areaId, ct)).Path, roles);

    /// <summary>The areas where one of these roles is held, for lists.</summary>
    public static IQueryable<Guid> AreasOf(this MeetingsDb db, Caller caller, Role[] roles)
    {
        var paths = caller.AreasOf(roles);
#pragma warning disable CA1310 // Translated to SQL, which knows no other comparison.
        return db.Areas.Where(a => paths.Any(p => a.Path.StartsWith(p))).Select(a => a.Id);
#pragma warning restore CA1310
    }
}
