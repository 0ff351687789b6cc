using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Issues.Domain;

/// <content>
/// 吹哨报到: what departments and units outside do for it. That one was called and that it is done, everybody reads who reads the issue; what
/// was said between desk and department stands in lines for staff alone, or with the dispatch.
/// </content>
public sealed partial class Issue
{
    private readonly List<IssueDispatch> _dispatches = [];

    public IReadOnlyList<IssueDispatch> Dispatches => _dispatches;

    /// <summary>Until when a department has time: the class's working days from now, and fifteen before it has one.</summary>
    public DateOnly DueOfDispatch(WorkingCalendar calendar, DateTimeOffset now) =>
        calendar.Add(now.DayIn(calendar.Zone), Deadlines.Of(Class ?? HandlingClass.Complex));

    /// <summary>In the fast lane it stands for an action: the issue is worked on from then on.</summary>
    public IEnumerable<Fact> Dispatch(GivenDispatch given, WorkingCalendar calendar, Actor by, DateTimeOffset now)
    {
        if (!DispatchMoves.Possible.Contains(Status)) throw new RefusedException(DispatchRefusals.NotNow.With(Status));
        if (_dispatches.Any(x => x.IsOpen && x.Department == given.Department)) throw new RefusedException(DispatchRefusals.OpenAlready.With(given.DepartmentName));
        var (today, latest) = (now.DayIn(calendar.Zone), DueOfDispatch(calendar, now));
        if (given.DueOn < today || given.DueOn > latest) throw new RefusedException(DispatchRefusals.BadDue(today, latest));
        _dispatches.Add(new IssueDispatch(Id, given, calendar.EndOf(given.DueOn), by, now));
        if (Status is not IssueStatus.Triaged || !FastLane)
        {
            Note(IssueAct.Dispatched, by, now, about: given.DepartmentName);
            return [];
        }

        Move(IssueStatus.InAction, IssueAct.Dispatched, by, now, about: given.DepartmentName);
        return [new IssueActionsAssigned { Actions = [] }];
    }

    public void SignDispatch(Guid id, Actor by, DateTimeOffset now)
    {
        var dispatch = DispatchOf(id);
        dispatch.Sign(now);
        Note(IssueAct.DispatchSigned, by, now, about: dispatch.DepartmentName);
    }

    public void HandleDispatch(Guid id, Actor by, string words, DateTimeOffset now)
    {
        var dispatch = DispatchOf(id);
        dispatch.Handle(by, words, now);
        Note(IssueAct.DispatchHandled, by, now, words, dispatch.DepartmentName);
    }

    /// <summary>The desk does not take it as done: the department goes on, by the same date.</summary>
    public void SendDispatchBack(Guid id, Actor by, string reason, DateTimeOffset now)
    {
        var dispatch = DispatchOf(id);
        dispatch.NotAccepted();
        Note(IssueAct.DispatchSentBack, by, now, reason, dispatch.DepartmentName);
    }

    /// <summary>退回. It completes nothing, though everything else is done: the desk is to find whose it is.</summary>
    public void ReturnDispatch(Guid id, Actor by, string reason, string? whose, DateTimeOffset now)
    {
        var dispatch = DispatchOf(id);
        dispatch.Return(reason, whose, now);
        Note(IssueAct.DispatchReturned, by, now, reason, whose is null ? dispatch.DepartmentName : $"{dispatch.DepartmentName} → {whose}");
    }

    /// <summary>By another person than who wrote down that it is handled. The last thing that was open completes the issue.</summary>
    public IEnumerable<Fact> CloseDispatch(Guid id, Actor by, string? words, DateTimeOffset now)
    {
        var dispatch = DispatchOf(id);
        dispatch.Close(by, words, now);
        Note(IssueAct.DispatchClosed, by, now, about: dispatch.DepartmentName);
        return CompleteWhenAllIsDone(now);
    }

    public IssueDispatch DispatchOf(Guid id) => _dispatches.SingleOrDefault(x => x.Id == id) ?? throw new RefusedException(DispatchRefusals.Unknown);

    // Nobody is to work for an issue that is over. One that is taken out of another again is dispatched anew.
    private void RecallDispatches(DateTimeOffset now)
    {
        if (!HasEnded) return;
        foreach (var open in _dispatches.Where(x => x.IsOpen))
        {
            open.Recall(now);
            Note(IssueAct.DispatchRecalled, Actor.Platform, now, about: open.DepartmentName);
        }
    }
}
