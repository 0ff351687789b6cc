using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Time;
using static Platform.Issues.Domain.IssueStatus;

namespace Platform.Issues.Domain;

/// <content>
/// The clocks follow the states, so that no act needs to think of them: each state has its clock, three let it pause, the others end it.
/// What they come to is reckoned with the street's calendar when the issue is saved. (The author's seven days to rate are
/// <see cref="RateBy"/>: when they are over, the issue is closed.)
/// </content>
public sealed partial class Issue
{
    private readonly List<Fact> _unsaid = [];

    /// <summary>The clock that runs, or the last one that did.</summary>
    public IssueClock? Clock { get; private set; }

    /// <summary>When the clock that runs is due; null while none does. What lists are ordered by.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>One of its clocks was overdue at some time.</summary>
    public bool EverOverdue { get; private set; }

    /// <summary>In how many working days it is to be done; decided with its scale.</summary>
    public HandlingClass? Class { get; private set; }

    /// <summary>Its clock turned, and is to be reckoned before it is saved.</summary>
    public bool HasTurned { get; private set; }

    private static ClockKind? ClockOf(IssueStatus status) => status switch
    {
        Submitted => ClockKind.Acceptance,
        Accepted => ClockKind.Triage,
        Triaged or InDeliberation or InAction => ClockKind.Action,
        _ => null,
    };

    private int DaysFor(ClockKind kind) => kind switch
    {
        ClockKind.Acceptance => Deadlines.ToAccept,
        ClockKind.Triage => Deadlines.ToTriage,
        _ => Deadlines.Of(Class ?? HandlingClass.Complex),
    };

    private void TurnClock(DateTimeOffset at)
    {
        var kind = ClockOf(Status);
        if (Clock is { EndedAt: null } running)
            Clock = Status is Suspended or Merged or Verifying ? running.Pause(at)
                : running.Kind == kind ? running.Resume(at)
                : running with { EndedAt = at };
        if (kind is { } wanted && Clock is not { EndedAt: null })
            Clock = new IssueClock { Kind = wanted, StartedAt = at, Days = DaysFor(wanted), NotAfter = wanted is ClockKind.Action ? WantedBy : null };
        HasTurned = true;
    }

    /// <summary>Says, once, that the clock that runs is overdue. Whoever comes first does: the job, or an act that comes late.</summary>
    public void StrikeClock(DateTimeOffset now)
    {
        if (Clock?.IsStriking(now) is not true) return;
        (Clock, EverOverdue, HasTurned) = (Clock with { OverdueAt = now }, true, true);
        Note(IssueAct.Overdue, Actor.Platform, Clock.DueAt!.Value, about: $"{Clock.Kind}");
        _unsaid.Add(new IssueOverdue { Clock = Clock.Kind, DueAt = Clock.DueAt.Value });
    }

    /// <summary>The class was decided, or decided anew: the clock does not begin again by it.</summary>
    private void TimeByClass(HandlingClass kind)
    {
        Class = kind;
        SetClock(x => x with { Days = Deadlines.Of(kind) });
    }

    /// <summary>A resolution says by when.</summary>
    private void TimeByResolution(DateOnly on) => SetClock(x => x with { On = on });

    /// <summary>Staff promised an earlier date than the class gives; a later one needs an extension.</summary>
    private void TimeByPromise(DateOnly on) => SetClock(x => x.Due > on ? x with { On = on } : x);

    private void SetClock(Func<IssueClock, IssueClock> set)
    {
        if (Clock is { EndedAt: null, Kind: ClockKind.Action } clock) (Clock, HasTurned) = (set(clock), true);
    }

    /// <summary>The calendar changed: what is not over yet is counted anew.</summary>
    public void CountAnew() => HasTurned = true;

    /// <summary>Works out when the clock is due; just before the issue is saved.</summary>
    /// <returns>What is still to be said of its clocks.</returns>
    public IReadOnlyList<Fact> Reckon(WorkingCalendar calendar)
    {
        if (HasTurned && Clock is { EndedAt: null }) Clock = Clock.Reckon(calendar);
        (DueAt, HasTurned) = (Clock is { Runs: true } ? Clock.DueAt : null, false);
        List<Fact> facts = [.. _unsaid];
        _unsaid.Clear();
        return facts;
    }
}
