using Platform.Contracts;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues;

/// <summary>Which roles are what here, and the questions that need the issue in hand.</summary>
public static class IssueRights
{
    /// <summary>The front desk 前台: accepts, merges, triages, gives out.</summary>
    public static readonly Role[] Staff = [Role.CommitteeStaff, Role.BranchSecretary];

    /// <summary>Who makes the street's rules.</summary>
    public static readonly Role[] RuleMakers = [Role.TenantAdmin];

    /// <summary>Whom an issue may be given to.</summary>
    public static readonly Role[] Handlers = [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer];

    /// <summary>Who may enter what a resident says, in their stead.</summary>
    public static readonly Role[] Enterers = [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.BuildingLead];

    /// <summary>Who may decide about a refusal of the front desk.</summary>
    public static readonly Role[] AppealJudges = [Role.BranchSecretary, Role.CommitteeStaff, Role.StreetOfficer];

    /// <summary>Who may approve what another person asked.</summary>
    public static readonly Role[] Approvers = [Role.BranchSecretary, Role.StreetOfficer, Role.CommitteeStaff];

    /// <summary>Who may look whether it is done.</summary>
    public static readonly Role[] Verifiers = [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.StreetOfficer];

    /// <summary>Who may read every issue of their area.</summary>
    public static readonly Role[] Readers =
        [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.BuildingLead, Role.StreetOfficer, Role.TenantAdmin];

    /// <summary>Who may see what is asked for in each category.</summary>
    public static readonly Role[] QuestionReaders = [Role.TenantAdmin, .. Staff];
    /// <summary>Who sees how the street deals with comments; its administrator decides it.</summary>
    public static readonly Role[] RuleKeepers = [.. Staff, Role.TenantAdmin];

    /// <summary>Whose hands actions of ours may be in.</summary>
    public static readonly Role[] Hands = [Role.CommitteeStaff, Role.PropertyManager, Role.OwnersCommittee];

    /// <summary>Who may ask for what needs a second person.</summary>
    public static readonly Role[] Askers = [.. Handlers, Role.PropertyManager, Role.OwnersCommittee];

    /// <summary>Whose list the street's categories are.</summary>
    public static readonly Role[] CategoryKeepers = [Role.TenantAdmin];

    /// <summary>Who may take the list home.</summary>
    public static readonly Role[] CategoryReaders = [Role.TenantAdmin, Role.StreetOfficer];

    /// <summary>Who may ask people to speak up.</summary>
    public static readonly Role[] Campaigners = [.. Staff, Role.StreetOfficer, Role.TenantAdmin];

    /// <summary>Who may take the hotline's orders over.</summary>
    public static readonly Role[] Importers = [.. Staff, Role.StreetOfficer, Role.TenantAdmin];

    /// <summary>Everybody who has something to do in the console's pages of issues.</summary>
    public static readonly Role[] Desk = [.. Readers, Role.PropertyManager, Role.OwnersCommittee];

    /// <summary>Who writes down what departments do, which have no accounts here.</summary>
    public static readonly Role[] ForDepartments = [Role.StreetOfficer];

    /// <summary>Whose list the street's departments are.</summary>
    public static readonly Role[] DepartmentKeepers = [Role.TenantAdmin];

    /// <summary>Who answers for the mediations of an area: reads them all, and writes where the mediator is gone.</summary>
    public static readonly Role[] OverMediations = [Role.BranchSecretary];

    /// <summary>Who sees how many came to an agreement.</summary>
    public static readonly Role[] MediationCounters = [.. Staff, Role.StreetOfficer];

    /// <summary>The caller by the first of these roles that covers the area.</summary>
    /// <exception cref="RefusedException">403 rights.outside-your-area.</exception>
    public static Actor ActAs(this Caller caller, string areaPath, params Role[] roles)
    {
        caller.Demand(areaPath, roles);
        return new Actor(caller.Me, roles.First(x => caller.Holds(areaPath, x)));
    }

    /// <summary>The caller where they are staff of its area, its handler, or the hands that one of its open actions is in.</summary>
    /// <exception cref="RefusedException">403 rights.outside-your-area.</exception>
    public static Actor ActAsConcerned(this Caller caller, Issue issue)
    {
        if (issue.HandlerId == caller.Me && caller.Holds(issue.AreaPath, Handlers)) return caller.ActAs(issue.AreaPath, Handlers);
        var action = issue.Actions.FirstOrDefault(x => x is { IsOurs: true, State: ActionState.Open } && caller.Holds(x.AreaPath, x.Hands));
        return action is null ? caller.ActAs(issue.AreaPath, Staff) : caller.ActAs(action.AreaPath, action.Hands);
    }

    /// <summary>Whether the caller reads what staff say among themselves.</summary>
    public static bool IsInside(this Caller caller, Issue issue) => caller.Holds(issue.AreaPath, [.. Readers, .. Hands]);

    /// <summary>The caller in their own name.</summary>
    public static Actor AsThemselves(this Caller caller) => new(caller.Me, null);

    /// <summary>Its author, whoever reads for the area, and whose hands one of its actions is in.</summary>
    /// <exception cref="RefusedException">403 rights.outside-your-area.</exception>
    public static void DemandToRead(this Caller caller, Issue issue)
    {
        if (caller.Id == issue.AuthorId || caller.Holds(issue.AreaPath, Readers)) return;
        if (issue.Actions.Any(x => x.IsOurs && caller.Holds(x.AreaPath, x.Hands))) return;
        throw new RefusedException(KernelRefusals.OutsideYourArea);
    }

    /// <summary>The patterns of the paths where one of these roles is held, for LIKE ANY.</summary>
    public static string[] PatternsOf(this Caller caller, params Role[] roles) => [.. caller.AreasOf(roles).Select(Under)];

    /// <summary>Whose hands are whose kind.</summary>
    public static ActionKind[] KindsInHandsOf(this Caller caller) =>
    [
        .. IssueAction.Ours.Where(kind => caller.AreasOf(kind switch
        {
            ActionKind.Property => Role.PropertyManager, ActionKind.OwnersCommittee => Role.OwnersCommittee, _ => Role.CommitteeStaff,
        }) is not []),
    ];

    /// <summary>Everything below a path, as LIKE has it.</summary>
    public static string Under(string path) => path.Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Says what an act brought about.</summary>
    public static void SayAll(this IssuesDb db, Issue issue, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts) db.Say(issue, fact);
    }
}
