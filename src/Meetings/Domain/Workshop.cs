using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What a workshop is to make people better at: 沟通协调, 分工配合.</summary>
public enum Competency { Communication, Cooperation }

/// <summary>Where a workshop is in its life.</summary>
public enum WorkshopState { Planned, Open, Held, Assessed, Cancelled }

/// <summary>
/// A training workshop 增能工作坊 that a street or an area offers: its life and sessions here, who comes in Workshop.Places.cs, how they did
/// in Workshop.Assessment.cs.
/// </summary>
public sealed partial class Workshop : Aggregate
{
    // The whole life of a workshop. A move that is not written here does not exist.
    private static readonly Dictionary<WorkshopState, WorkshopState[]> Moves = new()
    {
        [WorkshopState.Planned] = [WorkshopState.Open, WorkshopState.Cancelled],
        [WorkshopState.Open] = [WorkshopState.Held, WorkshopState.Cancelled],
        [WorkshopState.Held] = [WorkshopState.Assessed],
        [WorkshopState.Assessed] = [],
        [WorkshopState.Cancelled] = [],
    };

    private readonly List<TrainingSession> _sessions = [];
    private readonly List<Assessment> _assessments = [];

    private Workshop() { }

    public Guid AreaId { get; private init; }
    public string Title { get; private set; } = "";
    public string Aim { get; private set; } = "";

    // One bit a competency.
    private int Taught { get; set; }

    public IReadOnlyList<Competency> Competencies => [.. Enum.GetValues<Competency>().Where(x => (Taught & 1 << (int)x) != 0)];

    public WorkshopState State { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>Counts acts on sessions and assessments, so that they are changes of the workshop.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<TrainingSession> Sessions => _sessions;
    public IReadOnlyList<Assessment> Assessments => _assessments;

    /// <exception cref="RefusedException">It teaches nothing.</exception>
    public static Workshop Plan(Guid areaId, string title, string aim, IEnumerable<Competency> competencies)
    {
        var workshop = new Workshop { AreaId = areaId };
        workshop.Write(title, aim, competencies);
        return workshop;
    }

    /// <exception cref="RefusedException">It was held or cancelled; or it would teach nothing.</exception>
    public void Write(string title, string aim, IEnumerable<Competency> competencies)
    {
        DemandNotHeld();
        (Title, Aim, Taught) = (title, aim, competencies.Distinct().Sum(x => 1 << (int)x));
        if (Taught == 0) throw new RefusedException(ConvenorRefusals.NothingTaught);
    }

    /// <exception cref="RefusedException">It was held or cancelled.</exception>
    public TrainingSession Add(DateTimeOffset startsAt, string place, int minutes, int capacity, byte[] secret)
    {
        DemandNotHeld();
        var session = new TrainingSession(startsAt.ToUniversalTime(), place, minutes, capacity, secret);
        _sessions.Add(session);
        Changes++;
        return session;
    }

    /// <summary>Another time, place or room. Who signed up stays.</summary>
    /// <exception cref="RefusedException">404; held or cancelled; or the room is too small for those who signed up.</exception>
    public void Change(Guid sessionId, DateTimeOffset startsAt, string place, int minutes, int capacity)
    {
        DemandNotHeld();
        Session(sessionId).Write(startsAt.ToUniversalTime(), place, minutes, capacity);
        Changes++;
    }

    /// <summary>People may sign up.</summary>
    /// <exception cref="RefusedException">Nobody knows when.</exception>
    public void Open()
    {
        if (_sessions.Count == 0) throw new RefusedException(ConvenorRefusals.NoSession);
        Move(WorkshopState.Open);
    }

    /// <summary>All of it has taken place.</summary>
    /// <exception cref="RefusedException">A session is still to come.</exception>
    public void Hold(DateTimeOffset now)
    {
        if (_sessions.Any(x => x.StartsAt > now)) throw new RefusedException(ConvenorRefusals.NotYet);
        Move(WorkshopState.Held);
    }

    /// <summary>Everybody who came is assessed.</summary>
    /// <exception cref="RefusedException">Somebody is not.</exception>
    public void Finish()
    {
        var left = Attendees.Count(x => _assessments.All(a => a.PersonId != x));
        if (State is WorkshopState.Held && left > 0) throw new RefusedException(ConvenorRefusals.Unassessed.With(left));
        Move(WorkshopState.Assessed);
    }

    public void Cancel(string reason)
    {
        Move(WorkshopState.Cancelled);
        Reason = reason;
    }

    /// <exception cref="RefusedException">404.</exception>
    public TrainingSession Session(Guid sessionId) => _sessions.SingleOrDefault(x => x.Id == sessionId) ?? throw new RefusedException(KernelRefusals.NotFound);

    private void DemandNotHeld()
    {
        if (State is not (WorkshopState.Planned or WorkshopState.Open)) throw new RefusedException(ConvenorRefusals.Fixed);
    }

    private void Move(WorkshopState to) =>
        State = Moves[State].Contains(to) ? to : throw new RefusedException(ConvenorRefusals.WorkshopCannotMove(State, to));
}
