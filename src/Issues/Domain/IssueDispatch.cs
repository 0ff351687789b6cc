using Platform.Kernel.Data;
using static Platform.Issues.Domain.DispatchState;

namespace Platform.Issues.Domain;

/// <summary>How far a dispatch is: 已派, 已签收, 已办, 已结, 退回. Recalled 撤回: its issue ended, or went into another one, before it was closed.</summary>
public enum DispatchState { Dispatched, SignedFor, Handled, Closed, Returned, Recalled }

/// <summary>The whole life of a dispatch. A move that is not written here does not exist.</summary>
public static class DispatchMoves
{
    public static readonly IReadOnlyDictionary<DispatchState, DispatchState[]> Table = new Dictionary<DispatchState, DispatchState[]>
    {
        [Dispatched] = [SignedFor, Returned, Recalled],
        [SignedFor] = [Handled, Returned, Recalled],
        [Handled] = [Closed, SignedFor, Recalled],
        [Closed] = [],
        [Returned] = [],
        [Recalled] = [],
    };

    /// <summary>Somebody still has to do something: the department, or the desk that looks at what it did.</summary>
    public static readonly IReadOnlyList<DispatchState> Open = [Dispatched, SignedFor, Handled];

    /// <summary>Where an issue must be to be dispatched: taken on, and not yet said to be done.</summary>
    public static readonly IReadOnlyList<IssueStatus> Possible =
        [IssueStatus.Accepted, IssueStatus.Triaged, IssueStatus.InDeliberation, IssueStatus.InAction, IssueStatus.Suspended];
}

/// <summary>Whether a department keeps its date. Nothing is said of what it returned or what was recalled.</summary>
public enum Lateness { OnTime, Late, Running }

/// <summary>A whistle blown 吹哨 for a department of the street or a unit outside, which reports for duty 报到.</summary>
public sealed class IssueDispatch : TenantRow
{
    private IssueDispatch() { }

    internal IssueDispatch(Guid issueId, GivenDispatch given, DateTimeOffset dueAt, Actor by, DateTimeOffset now)
    {
        (IssueId, Department, DepartmentName, Words, DueOn, DueAt) = (issueId, given.Department, given.DepartmentName, given.Words, given.DueOn, dueAt);
        (DispatchedById, DispatchedAt) = (by.Id!.Value, now);
    }

    public Guid IssueId { get; private init; }

    /// <summary>The department's code.</summary>
    public string Department { get; private init; } = "";

    /// <summary>As it was called then: history says no other name.</summary>
    public string DepartmentName { get; private init; } = "";

    /// <summary>What is asked of it. Staff's own, like all words here.</summary>
    public string Words { get; private init; } = "";

    public Guid DispatchedById { get; private init; }
    public DateTimeOffset DispatchedAt { get; private init; }

    /// <summary>Its last day, as the department was told: a calendar that changes afterwards does not move it.</summary>
    public DateOnly DueOn { get; private init; }

    public DateTimeOffset DueAt { get; private init; }
    public DispatchState State { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Who wrote down that the department is done; it is not for them to close it.</summary>
    public Guid? HandledById { get; private set; }

    /// <summary>When the handling that stands came; what was sent back does not count.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    public string? Handling { get; private set; }
    public int SentBack { get; private set; }

    /// <summary>Closed, returned or recalled.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the desk wrote when it closed it, or why it was returned.</summary>
    public string? EndWords { get; private set; }

    /// <summary>Of a return: whose it is.</summary>
    public string? Whose { get; private set; }

    public bool IsOpen => DispatchMoves.Open.Contains(State);

    /// <summary>A department that has done its part by the end of its last day is on time, however long the desk takes to close.</summary>
    public static Lateness? LatenessOf(DispatchState state, DateTimeOffset? handledAt, DateTimeOffset dueAt, DateTimeOffset now) => state switch
    {
        Handled or Closed => handledAt < dueAt ? Lateness.OnTime : Lateness.Late,
        Dispatched or SignedFor => now < dueAt ? Lateness.Running : Lateness.Late,
        _ => null,
    };

    internal void Sign(DateTimeOffset now)
    {
        Demand(Dispatched, SignedFor);
        (State, SignedAt) = (SignedFor, now);
    }

    internal void Handle(Actor by, string words, DateTimeOffset now)
    {
        Demand(SignedFor, Handled);
        (State, HandledById, HandledAt, Handling) = (Handled, by.Id, now, words);
    }

    internal void NotAccepted()
    {
        Demand(Handled, SignedFor);
        (State, HandledAt, SentBack) = (SignedFor, null, SentBack + 1);
    }

    internal void Return(string reason, string? whose, DateTimeOffset now)
    {
        End(Returned, now);
        (EndWords, Whose) = (reason, whose);
    }

    internal void Close(Actor by, string? words, DateTimeOffset now)
    {
        Demand(Handled, Closed);
        if (by.Id == HandledById) throw new Kernel.Refusals.RefusedException(DispatchRefusals.HandlerCannotClose);
        End(Closed, now);
        EndWords = words;
    }

    internal void Recall(DateTimeOffset now) => End(Recalled, now);

    private void End(DispatchState to, DateTimeOffset now)
    {
        if (!DispatchMoves.Table[State].Contains(to)) throw new Kernel.Refusals.RefusedException(DispatchRefusals.CannotMove(State, to));
        (State, EndedAt) = (to, now);
    }

    // Two ways lead to SignedFor, each with its own act.
    private void Demand(DispatchState from, DispatchState to)
    {
        if (State != from) throw new Kernel.Refusals.RefusedException(DispatchRefusals.CannotMove(State, to));
    }
}

/// <summary>A dispatch as the desk gives it.</summary>
public sealed record GivenDispatch(string Department, string DepartmentName, string Words, DateOnly DueOn);
