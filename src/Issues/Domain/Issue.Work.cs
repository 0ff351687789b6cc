using Platform.Contracts;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <content>The work: actions given, done, declined; verified by another.</content>
public sealed partial class Issue
{
    /// <summary>Staff give actions: in the fast lane instead of a resolution, or more of them while it is worked on.</summary>
    public Fact GiveActions(IReadOnlyList<GivenAction> actions, Actor by, DateTimeOffset now)
    {
        if (Status is IssueStatus.Triaged && !FastLane) throw new RefusedException(IssueRefusals.NeedsDeliberation);
        if (Status is not (IssueStatus.Triaged or IssueStatus.InAction)) throw new RefusedException(IssueRefusals.NotInAction);
        if (actions.Any(x => !IssueAction.Ours.Contains(x.Kind))) throw new RefusedException(IssueRefusals.ActionOfOthers);
        var given = actions.Select(x => new IssueAction(Id, x, null)).ToList();
        _actions.AddRange(given);
        if (Status is IssueStatus.Triaged) Move(IssueStatus.InAction, IssueAct.ActionsGiven, by, now);
        else Note(IssueAct.ActionsGiven, by, now);
        TimeByPromise(_actions.Where(x => x.State is ActionState.Open).Max(x => x.DueOn));
        return new IssueActionsAssigned { Actions = [.. given.Select(x => x.Said())] };
    }

    /// <summary>One of ours is done. The last one completes the issue.</summary>
    public IEnumerable<Fact> FinishAction(Guid actionId, Actor by, string note, int photos, DateTimeOffset now)
    {
        var action = OpenAction(actionId);
        if (photos == 0) throw new RefusedException(IssueRefusals.NeedsEvidence);
        action.Finish(by.Id, note, now);
        Note(IssueAct.ActionDone, by, now, note, action.What);
        // A fact about an action is a fact about a resolution's action: what staff gave by themselves concerns nobody else.
        Fact[] done = action.ResolutionId is { } resolution
            ? [new ActionCompleted { ActionId = action.Id, Kind = action.Kind, ResolutionId = resolution, IssueId = Id }] : [];
        return [.. done, .. CompleteWhenAllIsDone(now)];
    }

    public IEnumerable<Fact> DeclineAction(Guid actionId, Actor by, string reason, DateTimeOffset now)
    {
        var action = OpenAction(actionId);
        action.Refuse(reason);
        Note(IssueAct.ActionDeclined, by, now, reason, action.What);
        return action.ResolutionId is { } resolution
            ? [new ActionDeclined { ActionId = action.Id, Kind = action.Kind, ResolutionId = resolution, IssueId = Id, Reason = reason }] : [];
    }

    /// <summary>Into other hands of ours: an open action, or one that somebody declined, whoever that was.</summary>
    public void ReassignAction(Guid actionId, ActionKind kind, Guid? assignee, DateOnly dueOn, Actor by, string words, DateTimeOffset now)
    {
        var action = ActionOf(actionId);
        if (Status is not IssueStatus.InAction) throw new RefusedException(IssueRefusals.NotInAction);
        if (!IssueAction.Ours.Contains(kind) || action is { State: ActionState.Open, IsOurs: false }) throw new RefusedException(IssueRefusals.ActionOfOthers);
        if (action.State is not (ActionState.Open or ActionState.Declined)) throw new RefusedException(IssueRefusals.ActionNotOpen);
        action.Give(kind, assignee, dueOn);
        Note(IssueAct.ActionReassigned, by, now, words, action.What);
    }

    /// <summary>Another service reports that one of its actions is done. Never refuses; done twice is done once.</summary>
    public IEnumerable<Fact> HearDone(Guid actionId, Guid? by, DateTimeOffset at)
    {
        var action = ActionOf(actionId);
        if (action.State is ActionState.Done) return [];
        var late = action.State is ActionState.Dropped;
        if (!late) action.Finish(by, null, at);
        Note(late ? IssueAct.HeardLate : IssueAct.ActionDone, new Actor(by, null), at, about: action.What);
        return CompleteWhenAllIsDone(at);
    }

    /// <summary>Another service reports that it will not do one of its actions: staff see it and give it to somebody else.</summary>
    public void HearDeclined(Guid actionId, ActionKind kind, Guid? by, string reason, DateTimeOffset at)
    {
        var action = ActionOf(actionId);
        // Reassigned by now, done after all, or said by ourselves: nothing to add.
        if (action.State is not ActionState.Open || action.Kind != kind) return;
        action.Refuse(reason);
        Note(IssueAct.ActionDeclined, new Actor(by, null), at, reason, action.What);
    }

    /// <summary>Somebody looked, who neither handles the issue nor did any of its actions.</summary>
    public Fact Verify(Actor by, bool done, string? words, DateTimeOffset now)
    {
        Demand(IssueStatus.Verifying, IssueStatus.AwaitingRating);
        if (HasDone(by)) throw new RefusedException(IssueRefusals.HandlerCannotVerify);
        if (!done && string.IsNullOrWhiteSpace(words)) throw new RefusedException(IssueRefusals.NeedsReason);
        if (done) Move(IssueStatus.AwaitingRating, IssueAct.Verified, by, now, words);
        else Move(IssueStatus.InAction, IssueAct.NotVerified, by, now, words);
        RateBy = done ? now + TimeToRate : null;
        return new IssueVerified { Done = done };
    }

    private IEnumerable<Fact> CompleteWhenAllIsDone(DateTimeOffset now)
    {
        if (Status is not IssueStatus.InAction || _actions.Any(x => x.State is ActionState.Open or ActionState.Declined) || _dispatches.Any(x => x.IsOpen)) return [];
        // What was dropped or returned is not done.
        if (!_actions.Any(x => x.State is ActionState.Done) && !_dispatches.Any(x => x.State is DispatchState.Closed)) return [];
        Move(IssueStatus.Verifying, IssueAct.Completed, Actor.Platform, now);
        return [new IssueCompleted()];
    }

    private bool HasDone(Actor by) => by.Id == HandlerId || _actions.Any(x => x.DoneById == by.Id) || _dispatches.Any(x => x.HandledById == by.Id);

    public IssueAction ActionOf(Guid id) => _actions.SingleOrDefault(x => x.Id == id) ?? throw new RefusedException(IssueRefusals.UnknownAction);

    private IssueAction OpenAction(Guid id)
    {
        var action = ActionOf(id);
        if (Status is not IssueStatus.InAction) throw new RefusedException(IssueRefusals.NotInAction);
        if (!action.IsOurs) throw new RefusedException(IssueRefusals.ActionOfOthers);
        return action.State is ActionState.Open ? action : throw new RefusedException(IssueRefusals.ActionNotOpen);
    }
}
