using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>Who acts, and by what right: the role that opened the door, none for the author, no id for the platform and for meetings.</summary>
public sealed record Actor(Guid? Id, Role? As)
{
    public static readonly Actor Platform = new(null, null);
}

/// <summary>What happened to an issue.</summary>
public enum IssueAct
{
    Submitted, Accepted, Declined, Appealed, AppealGranted, AppealUpheld, Triaged, HandlerAssigned, Merged, Unmerged, TookIn, LetGo,
    OnAgenda, Resolved, Deferred, Escalated, ActionsGiven, ActionDone, ActionDeclined, ActionReassigned, Completed, Verified, NotVerified,
    Rated, Reopened, Closed, Withdrawn, HeardLate, Overdue, Asked, Refused, Lapsed, Extended, Returned, Suspended, Resumed, Voided,
    RatedByCall,
    Entered, EntryConfirmed, Countersigned, Disowned,
    Dispatched, DispatchSigned, DispatchHandled, DispatchSentBack, DispatchReturned, DispatchClosed, DispatchRecalled,
}

/// <summary>One line of an issue's history: who, when, what, and the words of who decided. Only ever added.</summary>
[AppendOnly]
public sealed class IssueHistory : TenantRow
{
    /// <summary>What staff ask one another and have refused, and what desk and departments say to one another; its outcome, where there is one, everybody reads.</summary>
    public static readonly IReadOnlyList<IssueAct> Inside =
    [
        IssueAct.Asked, IssueAct.Refused, IssueAct.Lapsed,
        IssueAct.DispatchSigned, IssueAct.DispatchHandled, IssueAct.DispatchSentBack, IssueAct.DispatchReturned, IssueAct.DispatchRecalled,
    ];

    /// <summary>And what is the desk's own arrangement, or another service's: no step that somebody passing by would want to read.</summary>
    public static readonly IReadOnlyList<IssueAct> NotForThePublic = [.. Inside, IssueAct.HandlerAssigned, IssueAct.ActionReassigned, IssueAct.HeardLate];

    /// <summary>Where the words of who decided are shown to everybody: a refusal, its appeal, a reopening.</summary>
    public static readonly IReadOnlyList<IssueAct> WordsForThePublic =
        [IssueAct.Declined, IssueAct.AppealGranted, IssueAct.AppealUpheld, IssueAct.Reopened, IssueAct.Escalated, IssueAct.NotVerified];

    public Guid IssueId { get; init; }
    public int Order { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }
    public Role? ByRole { get; init; }
    public IssueAct Act { get; init; }
    public IssueStatus From { get; init; }
    public IssueStatus To { get; init; }

    /// <summary>The words of who decided.</summary>
    public string? Words { get; init; }

    /// <summary>What it was about: the other issue's receipt number, the action.</summary>
    public string? About { get; init; }
}
