using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What somebody does in a body: 召集人, 记录员, 骨干.</summary>
public enum RosterRole { Convenor, Recorder, Deliberator }

/// <summary>Whether they are there for it now.</summary>
public enum RosterState { Active, Paused, Ended }

/// <summary>What is written of somebody on the roster.</summary>
/// <param name="Unit">Where they come from: a building group, a unit of work.</param>
/// <param name="Skills">What they are good at, in words.</param>
/// <param name="To">The last day; without it until further notice.</param>
public sealed record RosterWords(string Unit, string Skills, DateOnly From, DateOnly? To);

/// <summary>One of the 议事骨干 of a body. A convenor's entry comes of an appointment and ends with it.</summary>
public sealed class RosterEntry : Aggregate
{
    private static readonly Dictionary<RosterState, RosterState[]> Moves = new()
    {
        [RosterState.Active] = [RosterState.Paused, RosterState.Ended],
        [RosterState.Paused] = [RosterState.Active, RosterState.Ended],
        [RosterState.Ended] = [],
    };

    private RosterEntry() { }

    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public RosterRole Role { get; private init; }
    public string Unit { get; private set; } = "";
    public string Skills { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public RosterState State { get; private set; }

    /// <summary>Why it is paused or ended.</summary>
    public string? Reason { get; private set; }

    /// <summary>The candidacy that a convenor's entry comes of.</summary>
    public Guid? CandidateId { get; private init; }

    /// <exception cref="RefusedException">A convenor without an appointment; or a term that ends before it begins.</exception>
    public static RosterEntry Join(Body body, Guid personId, string name, RosterRole role, RosterWords words)
    {
        if (role is RosterRole.Convenor) throw new RefusedException(ConvenorRefusals.ByAppointment);
        var entry = new RosterEntry { BodyId = body.Id, AreaId = body.AreaId, PersonId = personId, Name = name, Role = role };
        entry.Write(words);
        return entry;
    }

    /// <summary>The convenor's entry.</summary>
    public static RosterEntry Of(Candidate appointed, ConvenorTerm term) => new()
    {
        BodyId = appointed.BodyId, AreaId = appointed.AreaId, PersonId = appointed.PersonId!.Value, Name = appointed.Name, Role = RosterRole.Convenor,
        From = term.From, To = term.To, CandidateId = appointed.Id,
    };

    /// <exception cref="RefusedException">The term ends before it begins; or it is a convenor's, whose term is the appointment's.</exception>
    public void Write(RosterWords words)
    {
        if (words.To < words.From) throw new RefusedException(ConvenorRefusals.TermEndsFirst);
        if (Role is RosterRole.Convenor && (words.From, words.To) != (From, To)) throw new RefusedException(ConvenorRefusals.ByAppointment);
        (Unit, Skills, From, To) = (words.Unit, words.Skills, words.From, words.To);
    }

    public void Pause(string reason) => Move(RosterState.Paused, reason);

    public void Resume() => Move(RosterState.Active, null);

    /// <exception cref="RefusedException">A convenor's ends with the appointment.</exception>
    public void End(string reason, DateOnly lastDay)
    {
        if (Role is RosterRole.Convenor) throw new RefusedException(ConvenorRefusals.ByAppointment);
        EndWith(reason, lastDay);
    }

    /// <summary>The appointment was renewed: this is the last day now.</summary>
    internal void Until(DateOnly to) => To = to;

    /// <summary>The appointment has ended, or the person is gone.</summary>
    internal void EndWith(string reason, DateOnly lastDay)
    {
        Move(RosterState.Ended, reason);
        To = lastDay;
    }

    /// <summary>Name and words go, and with them the place.</summary>
    public void Forget(DateOnly today)
    {
        if (State is not RosterState.Ended) EndWith("", today);
        (Name, Unit, Skills, Reason) = ("", "", "", null);
    }

    private void Move(RosterState to, string? reason) =>
        (State, Reason) = Moves[State].Contains(to) ? (to, reason) : throw new RefusedException(ConvenorRefusals.RosterCannotMove(State, to));
}
