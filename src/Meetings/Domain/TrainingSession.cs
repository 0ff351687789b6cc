using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>One sitting of a workshop: when, where, how long in minutes, and for how many.</summary>
public sealed class TrainingSession : TenantRow
{
    private readonly List<TrainingPlace> _places = [];

    private TrainingSession() { }

    internal TrainingSession(DateTimeOffset startsAt, string place, int minutes, int capacity, byte[] secret) =>
        (StartsAt, Place, Minutes, Capacity, RoomSecret) = (startsAt, place, minutes, capacity, secret);

    public Guid WorkshopId { get; private init; }
    public DateTimeOffset StartsAt { get; private set; }
    public string Place { get; private set; } = "";
    public int Minutes { get; private set; }
    public int Capacity { get; private set; }

    // What its room's codes are made of.
    private byte[] RoomSecret { get; set; } = [];

    public IReadOnlyList<TrainingPlace> Places => _places;

    /// <summary>Places that are held now.</summary>
    public int Taken => _places.Count(x => x.IsHeld);

    /// <summary>What the room shows at that moment.</summary>
    public string CodeAt(DateTimeOffset now) => RoomCode.At(RoomSecret, now);

    internal void Write(DateTimeOffset startsAt, string place, int minutes, int capacity)
    {
        if (capacity < Taken) throw new RefusedException(ConvenorRefusals.TooFewPlaces.With(Taken));
        (StartsAt, Place, Minutes, Capacity) = (startsAt, place, minutes, capacity);
    }

    internal TrainingPlace Take(Guid personId, string name, DateTimeOffset now)
    {
        if (StartsAt <= now) throw new RefusedException(ConvenorRefusals.HasBegun);
        var place = _places.SingleOrDefault(x => x.PersonId == personId);
        if (place is { IsHeld: true }) return place;
        if (Taken >= Capacity) throw new RefusedException(ConvenorRefusals.Full.With(Capacity));
        if (place is null) _places.Add(place = new TrainingPlace(personId));
        place.Take(name, now);
        return place;
    }

    internal void GiveUp(Guid personId, DateTimeOffset now)
    {
        if (StartsAt <= now) throw new RefusedException(ConvenorRefusals.HasBegun);
        Held(personId).GiveUp(now);
    }

    internal void Mark(IReadOnlyCollection<Guid> present, DateTimeOffset now, Guid by)
    {
        foreach (var person in present) Held(person);
        foreach (var place in _places.Where(x => x.IsHeld)) place.Mark(present.Contains(place.PersonId), now, by);
    }

    internal void CheckIn(string code, Guid personId, DateTimeOffset now)
    {
        if (!RoomCode.Fits(RoomSecret, code, now)) throw new RefusedException(MeetingRefusals.WrongCode);
        Held(personId).Mark(true, now, personId);
    }

    private TrainingPlace Held(Guid personId) =>
        _places.SingleOrDefault(x => x.PersonId == personId && x.IsHeld) ?? throw new RefusedException(ConvenorRefusals.NotSignedUp);
}

/// <summary>Somebody's place in a session: taken, given up, used.</summary>
public sealed class TrainingPlace : TenantRow
{
    private TrainingPlace() { }

    internal TrainingPlace(Guid personId) => PersonId = personId;

    public Guid SessionId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public DateTimeOffset SignedUpAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>When they came; null while they have not.</summary>
    public DateTimeOffset? AttendedAt { get; private set; }

    /// <summary>The person, or the staff who saw them.</summary>
    public Guid? MarkedById { get; private set; }

    public bool IsHeld => GivenUpAt is null;

    internal void Take(string name, DateTimeOffset now) => (Name, SignedUpAt, GivenUpAt) = (name, now, null);

    internal void GiveUp(DateTimeOffset now) => GivenUpAt = now;

    /// <summary>The first time counts.</summary>
    internal void Mark(bool there, DateTimeOffset now, Guid by)
    {
        if (there == AttendedAt is not null) return;
        (AttendedAt, MarkedById) = (there ? now : null, by);
    }

    internal void Forget() => Name = "";
}
