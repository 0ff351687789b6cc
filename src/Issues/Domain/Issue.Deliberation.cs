using Platform.Contracts;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;

namespace Platform.Issues.Domain;

/// <content>
/// What meetings make of it. These acts never refuse, since a fact cannot be refused: what came too late is written down, and actions
/// that nobody here will do any more are declined.
/// </content>
public sealed partial class Issue
{
    public void PutOnAgenda(Guid meeting, Guid item, DateTimeOffset startsAt, DateTimeOffset at)
    {
        var known = _items.SingleOrDefault(x => x.MeetingId == meeting && x.ItemId == item);
        if (known is null) _items.Add(known = new AgendaItem(Id, meeting, item));
        else if (known.StartsAt is not null || known.Outcome is not ItemOutcome.Open)
        {
            known.StartsAt ??= startsAt;
            return;
        }

        known.StartsAt = startsAt;
        if (Status is IssueStatus.Triaged) Move(IssueStatus.InDeliberation, IssueAct.OnAgenda, Actor.Platform, at);
        else if (Status is IssueStatus.InDeliberation or IssueStatus.Suspended) Note(IssueAct.OnAgenda, Actor.Platform, at);
        else Note(IssueAct.HeardLate, Actor.Platform, at, about: nameof(IssueAct.OnAgenda));
    }

    /// <summary>Back to triage, unless another meeting has it on its agenda.</summary>
    public void Defer(Guid meeting, Guid item, DateTimeOffset at)
    {
        var heard = Hear(meeting, item, ItemOutcome.Deferred, at);
        if (heard is Heard.Again) return;
        var inTime = heard is Heard.First && Status is (IssueStatus.InDeliberation or IssueStatus.Suspended);
        if (inTime && Status is IssueStatus.InDeliberation && !IsOnAgenda) Move(IssueStatus.Triaged, IssueAct.Deferred, Actor.Platform, at);
        else if (inTime) Note(IssueAct.Deferred, Actor.Platform, at);
        else Note(IssueAct.HeardLate, Actor.Platform, at, about: nameof(IssueAct.Deferred));
    }

    /// <param name="meeting">The meeting.</param>
    /// <param name="item">Its item.</param>
    /// <param name="above">The area one level above the one that could not settle it.</param>
    /// <param name="at">When.</param>
    public IEnumerable<Fact> Escalate(Guid meeting, Guid item, Place above, DateTimeOffset at)
    {
        var heard = Hear(meeting, item, ItemOutcome.Escalated, at);
        if (heard is Heard.Again) return [];
        if (heard is Heard.Otherwise || Status is not IssueStatus.InDeliberation || IsOnAgenda || above.Level > DeliberationLevel)
        {
            Note(IssueAct.HeardLate, Actor.Platform, at, about: nameof(IssueAct.Escalated));
            return [];
        }

        Move(IssueStatus.Triaged, IssueAct.Escalated, Actor.Platform, at);
        return [GoUpTo(above)];
    }

    /// <summary>A resolution: its actions are the work; without any, the matter is settled by it.</summary>
    public IEnumerable<Fact> Resolve(Guid resolution, Guid meeting, Guid item, IReadOnlyList<GivenAction> actions, DateTimeOffset at)
    {
        var heard = Hear(meeting, item, ItemOutcome.Resolved, at);
        if (heard is Heard.Again) return [];
        var taken = actions.Select(x => new IssueAction(Id, x, resolution)).ToList();
        _actions.AddRange(taken);
        if (heard is Heard.Otherwise) return ComeTooLate(taken, IssueAction.ItemWasSettled, at);
        switch (Status)
        {
            case IssueStatus.InDeliberation when taken.Count == 0:
                Move(IssueStatus.Closed, IssueAct.Resolved, Actor.Platform, at);
                ClosedBecause = Contracts.Issues.V1.ClosedBecause.NoActionNeeded;
                return [new IssueClosed { Because = ClosedBecause.Value }];
            case IssueStatus.InDeliberation:
                Move(IssueStatus.InAction, IssueAct.Resolved, Actor.Platform, at);
                break;
            case IssueStatus.Verifying when taken.Count > 0:
                Move(IssueStatus.InAction, IssueAct.Resolved, Actor.Platform, at);
                break;
            case IssueStatus.InAction:
                Note(IssueAct.Resolved, Actor.Platform, at);
                break;
            default:
                return ComeTooLate(taken, IssueAction.IssueHasEnded, at);
        }

        if (taken.Count > 0) TimeByResolution(_actions.Where(x => x.State is ActionState.Open).Max(x => x.DueOn));
        return taken.Count == 0 ? [] : [new IssueActionsAssigned { ResolutionId = resolution, Actions = [.. taken.Select(x => x.Said())] }];
    }

    private bool IsOnAgenda => _items.Any(x => x.Outcome is ItemOutcome.Open);

    // What was resolved and cannot be carried out any more stands on its page; whose hands it would have been in here, decline.
    private List<Fact> ComeTooLate(List<IssueAction> taken, string because, DateTimeOffset at)
    {
        Note(IssueAct.HeardLate, Actor.Platform, at, about: nameof(IssueAct.Resolved));
        foreach (var action in taken) action.Drop();
        return [.. taken.Where(x => x.IsOurs).Select(x => new ActionDeclined
        {
            ActionId = x.Id, Kind = x.Kind, ResolutionId = x.ResolutionId!.Value, IssueId = Id, Reason = because,
        })];
    }

    private enum Heard { First, Again, Otherwise }

    // Meetings settles an item once. Should it say two outcomes all the same, the first that is heard stands.
    private Heard Hear(Guid meeting, Guid item, ItemOutcome outcome, DateTimeOffset at)
    {
        var known = _items.SingleOrDefault(x => x.MeetingId == meeting && x.ItemId == item);
        if (known is null) _items.Add(known = new AgendaItem(Id, meeting, item));
        if (known.Outcome is not ItemOutcome.Open) return known.Outcome == outcome ? Heard.Again : Heard.Otherwise;
        known.Outcome = outcome;
        // What it waited for may be this very decision; a deferral decides nothing.
        if (Status is IssueStatus.Suspended && outcome is not ItemOutcome.Deferred) GoOn(Actor.Platform, null, at);
        // Its agenda is still on the way; it must have been on one.
        if (Status is IssueStatus.Triaged) Move(IssueStatus.InDeliberation, IssueAct.OnAgenda, Actor.Platform, at);
        return Heard.First;
    }

    private IssueEscalated GoUpTo(Place above)
    {
        (DeliberationAreaId, DeliberationLevel, FastLane) = (above.Id, above.Level, false);
        return new IssueEscalated { AreaId = AreaId, DeliberationAreaId = above.Id, DeliberationLevel = above.Level };
    }

    /// <summary>Who deliberates when this level could not settle it. Above the neighbourhood is the street's great party committee.</summary>
    public static AreaLevel LevelAbove(AreaLevel level) => level is AreaLevel.Street ? AreaLevel.Street : level - 1;
}
