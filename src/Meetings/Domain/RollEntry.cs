using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>How somebody came to be checked in: with the room's code, by staff who saw them, from the paper list.</summary>
public enum CheckInWay { Code, Staff, Paper }

/// <summary>A seat as it was when the meeting was convened, and whether its holder came. Checking in changes this row alone.</summary>
public sealed class RollEntry : TenantRow
{
    private RollEntry() { }

    internal RollEntry(Seat seat) => (PersonId, Name, Class) = (seat.PersonId, seat.Name, seat.Class);

    public Guid MeetingId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public SeatClass Class { get; private init; }
    public DateTimeOffset? CheckedInAt { get; private set; }

    /// <summary>The person, or the staff who saw them.</summary>
    public Guid? CheckedInBy { get; private set; }

    public CheckInWay? Way { get; private set; }

    public bool IsPresent => CheckedInAt is not null;

    /// <summary>The name goes; that somebody sat there stays.</summary>
    public void Forget() => Name = "";

    /// <summary>The first time counts.</summary>
    internal void CheckIn(CheckInWay way, DateTimeOffset now, Guid by)
    {
        if (!IsPresent) (CheckedInAt, CheckedInBy, Way) = (now, by, way);
    }

    internal void CheckOut() => (CheckedInAt, CheckedInBy, Way) = (null, null, null);
}
