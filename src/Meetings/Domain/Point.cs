using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Which way a point goes.</summary>
public enum Stance { For, Against, Neutral }

/// <summary>A point 讨论要点 made in the room on an item: who, for or against, what. An aggregate of its own, so that two who type do not collide.</summary>
public sealed class Point : Aggregate
{
    private Point() { }

    public Point(Guid meetingId, Guid itemId, Officer speaker, Stance stance, string what, DateTimeOffset at) =>
        (MeetingId, ItemId, PersonId, Speaker, Stance, What, At) = (meetingId, itemId, speaker.PersonId, speaker.Name, stance, what, at);

    public Guid MeetingId { get; private init; }
    public Guid ItemId { get; private init; }
    public Guid? PersonId { get; private set; }
    public string Speaker { get; private set; } = "";
    public Stance Stance { get; private set; }
    public string What { get; private set; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>Typed in by mistake: kept, and shown no more.</summary>
    public bool Struck { get; private set; }

    /// <exception cref="RefusedException">It was struck.</exception>
    public void Correct(Officer speaker, Stance stance, string what)
    {
        if (Struck) throw new RefusedException(RoomRefusals.PointStruck);
        (PersonId, Speaker, Stance, What) = (speaker.PersonId, speaker.Name, stance, what);
    }

    public void Strike() => Struck = true;

    /// <summary>What was said stays in the record; who said it does not.</summary>
    public void Forget() => (PersonId, Speaker) = (null, "");
}
