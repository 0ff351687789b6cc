using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Meetings.Domain;

/// <content>Who signs up for its sessions, and who comes.</content>
public sealed partial class Workshop
{
    /// <summary>Everybody who was there at least once.</summary>
    public IEnumerable<Guid> Attendees => _sessions.SelectMany(x => x.Places).Where(x => x.AttendedAt is not null).Select(x => x.PersonId).Distinct();

    /// <summary>How long this person was there, in minutes.</summary>
    public int MinutesOf(Guid personId) => _sessions.Where(x => x.Places.Any(p => p.PersonId == personId && p.AttendedAt is not null)).Sum(x => x.Minutes);

    /// <summary>Again, after it was given up, it is the same place.</summary>
    /// <exception cref="RefusedException">Not open, begun, or full.</exception>
    public TrainingPlace SignUp(Guid sessionId, Guid personId, string name, DateTimeOffset now)
    {
        DemandOpen();
        return Session(sessionId).Take(personId, name, now);
    }

    /// <exception cref="RefusedException">There is no such place, or the session has begun.</exception>
    public void GiveUp(Guid sessionId, Guid personId, DateTimeOffset now)
    {
        DemandOpen();
        Session(sessionId).GiveUp(personId, now);
    }

    /// <summary>Staff say who was there: these, and nobody else of those who signed up.</summary>
    /// <exception cref="RefusedException">Somebody did not sign up; its day has not come; or the workshop is over.</exception>
    public void Attended(Guid sessionId, IReadOnlyCollection<Guid> present, DateTimeOffset now, Guid by, TimeZoneInfo zone)
    {
        var session = Session(sessionId);
        DemandItsDay(session, now, zone);
        session.Mark(present, now, by);
        Changes++;
    }

    /// <summary>Somebody proves by the room's code that they are in it.</summary>
    /// <exception cref="RefusedException">Another code, not signed up, its day has not come, or the workshop is over.</exception>
    public void CheckIn(Guid sessionId, string code, Guid personId, DateTimeOffset now, TimeZoneInfo zone)
    {
        var session = Session(sessionId);
        DemandItsDay(session, now, zone);
        session.CheckIn(code, personId, now);
    }

    /// <summary>The person's data was erased: their name goes, and what they still have before them.</summary>
    public void Forget(Guid personId)
    {
        foreach (var place in _sessions.SelectMany(x => x.Places).Where(x => x.PersonId == personId)) place.Forget();
        foreach (var assessment in _assessments.Where(x => x.PersonId == personId)) assessment.Forget();
        Changes++;
    }

    private void DemandOpen()
    {
        if (State is not WorkshopState.Open) throw new RefusedException(ConvenorRefusals.NotOpen);
    }

    private void DemandItsDay(TrainingSession session, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (State is not (WorkshopState.Open or WorkshopState.Held)) throw new RefusedException(ConvenorRefusals.NotOpen);
        if (now.DayIn(zone) < session.StartsAt.DayIn(zone)) throw new RefusedException(ConvenorRefusals.NotYet);
    }
}
