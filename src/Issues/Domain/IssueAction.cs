using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>How far an action is. Dropped: its issue ended, was voided or went back, or its item had been settled otherwise before.</summary>
public enum ActionState { Open, Done, Declined, Dropped }

/// <summary>An action 行动项 of an issue. Those of the committee, the property company and the owners' committee are handled here.</summary>
public sealed class IssueAction : TenantRow
{
    /// <summary>The kinds that are handled here; the others report by ActionCompleted and ActionDeclined.</summary>
    public static readonly IReadOnlyList<ActionKind> Ours = [ActionKind.Committee, ActionKind.Property, ActionKind.OwnersCommittee];

    /// <summary>Why an action of a resolution that came too late is declined.</summary>
    public const string IssueHasEnded = "议题已经办结或撤回，这项行动不再办理。";

    /// <summary>Why an action of a resolution is declined whose item had another outcome before.</summary>
    public const string ItemWasSettled = "同一议程先前已有别的结论，这项行动不再办理。";

    /// <summary>Why an action of an issue that goes back is declined.</summary>
    public const string IssueWasReturned = "议题已经回退，这项行动不再由本单位办理。";

    private IssueAction() { }

    internal IssueAction(Guid issueId, GivenAction given, Guid? resolutionId)
    {
        (Id, IssueId, ResolutionId) = (given.Id, issueId, resolutionId);
        (Kind, What, AreaId, AreaPath, DueOn, AssigneeId) = (given.Kind, given.What, given.AreaId, given.AreaPath, given.DueOn, given.AssigneeId);
    }

    public Guid IssueId { get; private init; }

    /// <summary>Null where staff gave it without a resolution.</summary>
    public Guid? ResolutionId { get; private init; }

    public ActionKind Kind { get; private set; }
    public string What { get; private init; } = "";
    public Guid AreaId { get; private init; }
    public string AreaPath { get; private init; } = "";
    public DateOnly DueOn { get; private set; }
    public Guid? AssigneeId { get; private set; }
    public ActionState State { get; private set; }
    public Guid? DoneById { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What was done, or why not.</summary>
    public string? Note { get; private set; }

    public bool IsOurs => Ours.Contains(Kind);

    /// <summary>Who may say that it is done: its own people, and staff for those without an account.</summary>
    public Role[] Hands => Kind switch
    {
        ActionKind.Property => [Role.PropertyManager, Role.CommitteeStaff],
        ActionKind.OwnersCommittee => [Role.OwnersCommittee, Role.CommitteeStaff],
        _ => [Role.CommitteeStaff],
    };

    internal void Finish(Guid? by, string? note, DateTimeOffset at) => (State, DoneById, DoneAt, Note) = (ActionState.Done, by, at, note);

    internal void Refuse(string reason) => (State, Note) = (ActionState.Declined, reason);

    internal void Drop() => State = ActionState.Dropped;

    internal void Give(ActionKind kind, Guid? assignee, DateOnly dueOn) =>
        (Kind, AssigneeId, DueOn, State, Note) = (kind, assignee, dueOn, ActionState.Open, null);

    internal ResolvedAction Said() => new() { ActionId = Id, Kind = Kind, What = What, AreaId = AreaId, DueOn = DueOn };
}

/// <summary>An action as it is given out.</summary>
public sealed record GivenAction(Guid Id, ActionKind Kind, string What, Guid AreaId, string AreaPath, DateOnly DueOn, Guid? AssigneeId);
