using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using static Platform.Issues.Domain.MediationState;

namespace Platform.Issues.Domain;

/// <summary>How far a mediation is: 已立案, 调解中, 达成协议, 调解不成, 已转介.</summary>
public enum MediationState { Opened, Mediating, Agreed, Failed, Referred }

/// <summary>The whole life of a mediation. A move that is not written here does not exist.</summary>
public static class MediationMoves
{
    public static readonly IReadOnlyDictionary<MediationState, MediationState[]> Table = new Dictionary<MediationState, MediationState[]>
    {
        [Opened] = [Mediating],
        [Mediating] = [Agreed, Failed, Referred],
        [Agreed] = [],
        [Failed] = [],
        [Referred] = [],
    };

    public static readonly IReadOnlyList<MediationState> Open = [Opened, Mediating];
    public static readonly IReadOnlyList<MediationState> Ended = [Agreed, Failed, Referred];
}

/// <summary>
/// 调解记录: of a dispute behind an issue. Confidential: who the parties are, what it is about, what was said and what came of it are kept
/// encrypted, and read by its mediator, by who opened it and by the area's branch secretary alone. It stands in no history and is said in no fact.
/// </summary>
public sealed class Mediation : Aggregate
{
    public const int SessionsAtMost = 100;

    private readonly List<MediationSession> _sessions = [];

    private Mediation() { }

    public Mediation(Issue issue, string matter, Guid mediator, Actor by, DateTimeOffset now)
    {
        if (issue.HasEnded) throw new RefusedException(MediationRefusals.IssueHasEnded.With(issue.Status));
        (IssueId, AreaId, Matter, MediatorId, OpenedById, OpenedAt) = (issue.Id, issue.AreaId, matter, mediator, by.Id!.Value, now);
    }

    public Guid IssueId { get; private init; }

    /// <summary>The place, by which it is seen whether a dispute comes back.</summary>
    public Guid AreaId { get; private init; }

    /// <summary>Parties and subject, encrypted.</summary>
    public string Matter { get; private init; } = "";

    public Guid MediatorId { get; private init; }
    public Guid OpenedById { get; private init; }
    public DateTimeOffset OpenedAt { get; private init; }
    public MediationState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The agreement, why there is none, or to whom it was referred; encrypted.</summary>
    public string? Outcome { get; private set; }

    /// <summary>How often they met. It touches the mediation, so that each meeting gives it a new version.</summary>
    public int Met { get; private set; }

    public IReadOnlyList<MediationSession> Sessions => _sessions;
    public bool IsOpen => MediationMoves.Open.Contains(State);

    /// <summary>They met, or one of them did not come. The first time begins the mediation.</summary>
    public MediationSession Meet(DateOnly on, string record, Actor by, DateTimeOffset now)
    {
        if (State is not Mediating) Move(Mediating);
        if (Met >= SessionsAtMost) throw new RefusedException(MediationRefusals.TooManySessions.With(SessionsAtMost));
        var session = new MediationSession { MediationId = Id, On = on, Record = record, RecordedById = by.Id!.Value, At = now };
        _sessions.Add(session);
        Met++;
        return session;
    }

    public void End(MediationState how, string outcome, DateTimeOffset now)
    {
        Move(how);
        (Outcome, EndedAt) = (outcome, now);
    }

    private void Move(MediationState to) =>
        State = MediationMoves.Table[State].Contains(to) ? to : throw new RefusedException(MediationRefusals.CannotMove(State, to));
}

/// <summary>One meeting of the parties with their mediator. Only ever added.</summary>
[AppendOnly]
public sealed class MediationSession : TenantRow
{
    public required Guid MediationId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Who was there and what was said, encrypted.</summary>
    public required string Record { get; init; }

    public required Guid RecordedById { get; init; }
    public required DateTimeOffset At { get; init; }
}
