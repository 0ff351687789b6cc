using Platform.Contracts.Directory.V1;

namespace Platform.Directory.Domain;

/// <summary>Who may give and end which role. A row that is not written here does not exist.</summary>
public static class Appointments
{
    private static readonly Dictionary<Role, Role[]> GivenBy = new()
    {
        [Role.Resident] = [Role.TenantAdmin, Role.BranchSecretary, Role.CommitteeStaff],
        [Role.BuildingLead] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.GridOfficer] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.Convenor] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.CommitteeStaff] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.OwnersCommittee] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.PropertyManager] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.PartnerContact] = [Role.TenantAdmin, Role.BranchSecretary],
        [Role.BranchSecretary] = [Role.TenantAdmin],
        [Role.StreetOfficer] = [Role.TenantAdmin],
        [Role.TenantAdmin] = [Role.TenantAdmin],
        // Operators are made by operators, in their own office.
        [Role.Operator] = [Role.Operator],
    };

    public static Role[] WhoGives(Role role) => GivenBy[role];
}
