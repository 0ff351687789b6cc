using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Where a carried item stands: in the inbox, on an agenda, or done with.</summary>
public enum CarriedState { Waiting, OnAgenda, Resolved, Dropped }

/// <summary>
/// A free item 自拟议题 that a meeting left undone: it waits in the inbox of an area, as an issue does, until a meeting there takes it up. One row for
/// its whole way through meetings and levels; what brought it here each time is a step.
/// </summary>
public sealed class CarriedItem : Aggregate
{
    private readonly List<CarriedStep> _steps = [];

    private CarriedItem() { }

    internal CarriedItem(AgendaItem item) => (Title, Text) = (item.Title!, item.Text);

    public string Title { get; private init; } = "";
    public string? Text { get; private init; }

    /// <summary>The area whose bodies have it in their inbox.</summary>
    public Guid AreaId { get; private set; }

    public AreaLevel Level { get; private set; }
    public CarriedState State { get; private set; }

    /// <summary>Whose agenda it is on.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>It was deferred until that day: nobody need take it up before.</summary>
    public DateOnly? RestsUntil { get; private set; }

    /// <summary>Since when it waits there.</summary>
    public DateTimeOffset Since { get; private set; }

    public IReadOnlyList<CarriedStep> Steps => _steps;

    /// <exception cref="RefusedException">It does not wait in this area: of two meetings that take it at once the second is told so.</exception>
    internal void PutOnAgenda(Guid meetingId, Guid areaId)
    {
        if (State is not CarriedState.Waiting || AreaId != areaId) throw new RefusedException(CarriedRefusals.NotWaiting.With(Title));
        (State, MeetingId, RestsUntil) = (CarriedState.OnAgenda, meetingId, null);
    }

    /// <summary>What a meeting made of it: settled, or it waits again, one level up where the meeting passed it on.</summary>
    /// <param name="above">The area one level up, where it was escalated.</param>
    internal void CameTo(Meeting meeting, AgendaItem item, (Guid Id, AreaLevel Level)? above, Guid by, DateTimeOffset now)
    {
        MeetingId = null;
        if (item.Outcome is Outcome.Resolved)
        {
            State = CarriedState.Resolved;
            return;
        }

        (AreaId, Level) = above ?? (meeting.AreaId, meeting.Level);
        (State, Since, RestsUntil) = (CarriedState.Waiting, now, item.Until);
        _steps.Add(new CarriedStep(item.CarriedBecause, item.Reason ?? (item.Note is LeftBecause.Cancelled ? meeting.Reason : null), by, now)
        {
            MeetingId = meeting.Id, ItemId = item.Id, Level = meeting.Level, Until = item.Until,
        });
    }

    /// <summary>Nobody is to take it up any more.</summary>
    /// <exception cref="RefusedException">It does not wait.</exception>
    public void Drop(string reason, Guid by, DateTimeOffset now)
    {
        if (State is not CarriedState.Waiting) throw new RefusedException(CarriedRefusals.NotWaiting.With(Title));
        State = CarriedState.Dropped;
        _steps.Add(new CarriedStep(CarriedBecause.Dropped, reason, by, now) { Level = Level });
    }
}
