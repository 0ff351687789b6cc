using Platform.Contracts;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <content>What one person asks and another decides: extension, return, suspension and its end, voiding.</content>
public sealed partial class Issue
{
    /// <summary>What waits for a second person; one thing at a time.</summary>
    public IssueRequest? Asking { get; private set; }

    /// <summary>Something does: for the list of those who decide.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>When it goes on at the latest.</summary>
    public DateTimeOffset? SuspendedUntil { get; private set; }

    public void Ask(IssueRequest request)
    {
        if (IsAsked) throw new RefusedException(IssueRefusals.AskedAlready.With(Asking!.Kind));
        if (!IssueRequest.Possible[request.Kind].Contains(Status)) throw new RefusedException(IssueRefusals.CannotAskNow.With(Status, request.Kind));
        (Asking, IsAsked) = (request, true);
        Note(IssueAct.Asked, new Actor(request.AskedById, request.AskedByRole), request.AskedAt, request.Words, $"{request.Kind}");
    }

    /// <summary>By another person than the one who asked.</summary>
    public IEnumerable<Fact> Decide(Actor by, bool approve, string? words, DateTimeOffset now)
    {
        if (Asking is not { } asked) throw new RefusedException(IssueRefusals.NothingAsked);
        if (by.Id == asked.AskedById) throw new RefusedException(IssueRefusals.AskerCannotDecide);
        if (!approve && string.IsNullOrWhiteSpace(words)) throw new RefusedException(IssueRefusals.NeedsReason);
        (Asking, IsAsked) = (null, false);
        if (approve) return Grant(asked, by, words, now);
        Note(IssueAct.Refused, by, now, words, $"{asked.Kind}");
        return [];
    }

    /// <summary>The time for which it was to wait is over.</summary>
    public void EndSuspension(DateTimeOffset now)
    {
        if (Status is IssueStatus.Suspended && SuspendedUntil <= now) GoOn(Actor.Platform, null, now);
    }

    private List<Fact> Grant(IssueRequest asked, Actor by, string? words, DateTimeOffset now)
    {
        switch (asked.Kind)
        {
            case RequestKind.Extension:
                StrikeClock(now);
                Note(IssueAct.Extended, by, now, words, $"{asked.Days}");
                SetClock(x => x with { Extended = x.Extended + asked.Days!.Value });
                return [];
            case RequestKind.Return:
                Move(IssueStatus.Triaged, IssueAct.Returned, by, now, words, asked.Whose);
                (HandlerId, FastLane) = (null, false);
                return [new IssueReturned { Whose = asked.Whose }, .. DropOurs(IssueAction.IssueWasReturned)];
            case RequestKind.Suspension:
                var before = Status;
                Move(IssueStatus.Suspended, IssueAct.Suspended, by, now, words);
                (StatusBefore, SuspendedUntil) = (before, asked.Until);
                return [new IssueSuspended { Until = asked.Until }];
            case RequestKind.Resumption:
                GoOn(by, words, now);
                return [];
            default:
                Move(IssueStatus.Voided, IssueAct.Voided, by, now, words);
                (RateBy, StatusBefore, SuspendedUntil, AppealPending) = (null, null, null, false);
                return [new IssueVoided(), .. DropOurs(IssueAction.IssueHasEnded)];
        }
    }

    /// <summary>Back to where it was; to the meeting, where one took it up meanwhile; and on, where all was done meanwhile.</summary>
    private void GoOn(Actor by, string? words, DateTimeOffset now)
    {
        var back = StatusBefore!.Value is IssueStatus.Triaged or IssueStatus.InDeliberation
            ? IsOnAgenda ? IssueStatus.InDeliberation : IssueStatus.Triaged
            : StatusBefore.Value;
        Move(back, IssueAct.Resumed, by, now, words);
        (StatusBefore, SuspendedUntil) = (null, null);
        _unsaid.AddRange([new IssueResumed(), .. CompleteWhenAllIsDone(now)]);
    }

    // Those of others go on in their services; what becomes of them is heard as before.
    private List<Fact> DropOurs(string reason)
    {
        var ours = _actions.Where(x => x is { IsOurs: true, State: ActionState.Open or ActionState.Declined }).ToList();
        var resolved = ours.Where(x => x is { State: ActionState.Open, ResolutionId: not null }).ToList();
        foreach (var action in ours) action.Drop();
        return [.. resolved.Select(x => new ActionDeclined
        {
            ActionId = x.Id, Kind = x.Kind, ResolutionId = x.ResolutionId!.Value, IssueId = Id, Reason = reason,
        })];
    }

    private void LapseRequest(DateTimeOffset now)
    {
        if (Asking is not { } asked || IssueRequest.Possible[asked.Kind].Contains(Status)) return;
        (Asking, IsAsked) = (null, false);
        Note(IssueAct.Lapsed, Actor.Platform, now, about: $"{asked.Kind}");
    }
}
