using Platform.Contracts.Directory.V1;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>The agenda, and what is decided.</summary>
public sealed partial class Meeting
{
    public IReadOnlyList<AgendaItem> Items => _items;

    private IEnumerable<AgendaItem> Pending => _items.Where(x => x.Outcome is Outcome.Pending);

    /// <exception cref="RefusedException">The agenda is published, or the issue does not wait here.</exception>
    public AgendaItem Add(InboxIssue issue, DateTimeOffset now)
    {
        DemandAgendaOpen();
        issue.PutOnAgenda(Id, AreaId, now);
        return Add(new AgendaItem(_items.Count + 1, issue.Id, issue.ReceiptNumber));
    }

    /// <exception cref="RefusedException">The agenda is published.</exception>
    public AgendaItem Add(string title, string? text)
    {
        DemandAgendaOpen();
        return Add(new AgendaItem(_items.Count + 1, title, text, standing: false));
    }

    /// <exception cref="RefusedException">The agenda is published, or the item does not wait here.</exception>
    public AgendaItem Add(CarriedItem carried)
    {
        DemandAgendaOpen();
        carried.PutOnAgenda(Id, AreaId);
        return Add(new AgendaItem(_items.Count + 1, carried));
    }

    /// <exception cref="RefusedException">The agenda is published, or the plan is another body's.</exception>
    public AgendaItem Add(Plan plan)
    {
        DemandAgendaOpen();
        if (plan.BodyId != BodyId) throw new RefusedException(PlanRefusals.OfAnotherBody);
        return Add(new AgendaItem(_items.Count + 1, plan));
    }

    /// <summary>In this order from now on.</summary>
    /// <exception cref="RefusedException">The agenda is published, or the list is not that of its items.</exception>
    public void Order(IReadOnlyList<Guid> itemIds)
    {
        DemandAgendaOpen();
        if (itemIds.Distinct().Count() != _items.Count || itemIds.Count != _items.Count || _items.Any(x => !itemIds.Contains(x.Id)))
            throw new RefusedException(MeetingRefusals.NotTheAgenda);
        foreach (var item in _items) item.MoveTo(itemIds.ToList().IndexOf(item.Id) + 1);
        Changes++;
    }

    /// <summary>Staff take an item off before the meeting is held.</summary>
    public AgendaItem TakeOff(Guid itemId)
    {
        if (IsHeld || State is MeetingState.Cancelled) throw new RefusedException(MeetingRefusals.AgendaFixed);
        var item = Item(itemId);
        item.DemandPending();
        item.Leave(LeftBecause.TakenOff);
        Changes++;
        return item;
    }

    /// <summary>Its issue was withdrawn, merged, voided or moved: it leaves an agenda that was not held yet; a meeting in session is told.</summary>
    public void IssueLeft(Guid issueId, LeftBecause because)
    {
        if (Pending.SingleOrDefault(x => x.IssueId == issueId) is not { } item) return;
        // Owners may be voting on it since before the meeting: what they say is counted, whatever became of the issue.
        if (IsHeld || item.IsVotedOn) item.Warn(because);
        else item.Leave(because);
        Changes++;
    }

    /// <summary>After a passed vote, or a plan's consensus. Where owners voted, it is theirs: no quorum of the body is asked for.</summary>
    /// <param name="itemId">Which item.</param>
    /// <param name="agreed">Its plan is final by consensus: no vote is needed.</param>
    /// <exception cref="RefusedException">No quorum, or no vote passed.</exception>
    public AgendaItem Resolve(Guid itemId, bool agreed = false)
    {
        var item = Item(itemId);
        if (item.LastVote is { Method: VoteMethod.Owners, Passed: true }) DemandInSession();
        else DemandMayDecide();
        item.Resolve(agreed);
        Changes++;
        return item;
    }

    /// <summary>It waits for a later meeting. Talking is enough for this: no quorum needed.</summary>
    public AgendaItem Defer(Guid itemId, string reason, DateOnly? until, DateOnly today)
    {
        DemandInSession();
        var item = Item(itemId);
        item.Rest(until, today);
        item.Settle(Outcome.Deferred, reason);
        Changes++;
        return item;
    }

    /// <exception cref="RefusedException">No quorum, or there is no level above.</exception>
    public AgendaItem Escalate(Guid itemId, string reason)
    {
        DemandMayDecide();
        if (Level is AreaLevel.Street) throw new RefusedException(MeetingRefusals.NoLevelAbove);
        var item = Item(itemId);
        item.Settle(Outcome.Escalated, reason);
        Changes++;
        return item;
    }

    public AgendaItem Item(Guid itemId) => _items.SingleOrDefault(x => x.Id == itemId) ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>Announced and not concluded: its items are talked over online.</summary>
    public bool IsTalkedOver => State is MeetingState.Convened or MeetingState.Postponed or MeetingState.InSession;

    private bool IsHeld => State is MeetingState.InSession or MeetingState.Concluded or MeetingState.MinutesPublished;

    private AgendaItem Add(AgendaItem item)
    {
        _items.Add(item);
        Changes++;
        return item;
    }

    private void DemandAgendaOpen()
    {
        if (State is not MeetingState.Planned) throw new RefusedException(MeetingRefusals.AgendaFixed);
    }
}
