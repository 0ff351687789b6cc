using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Meetings.Domain;

/// <summary>Where a meeting is in its life.</summary>
public enum MeetingState { Planned, Convened, InSession, Concluded, MinutesPublished, Postponed, Cancelled }

/// <summary>A meeting 会议 of a body: its life here, its agenda and what is decided in Meeting.Agenda.cs, who is there and how they vote in Meeting.Room.cs.</summary>
public sealed partial class Meeting : Aggregate
{
    // The whole life of a meeting. A move that is not written here does not exist.
    private static readonly Dictionary<MeetingState, MeetingState[]> Moves = new()
    {
        [MeetingState.Planned] = [MeetingState.Convened, MeetingState.Cancelled],
        [MeetingState.Convened] = [MeetingState.InSession, MeetingState.Postponed, MeetingState.Cancelled],
        [MeetingState.Postponed] = [MeetingState.Convened, MeetingState.Cancelled],
        [MeetingState.InSession] = [MeetingState.Concluded],
        [MeetingState.Concluded] = [MeetingState.MinutesPublished],
        [MeetingState.MinutesPublished] = [],
        [MeetingState.Cancelled] = [],
    };

    private readonly List<AgendaItem> _items = [];
    private readonly List<RollEntry> _roll = [];
    private readonly List<Breach> _breaches = [];

    private Meeting() { }

    public Guid BodyId { get; private init; }
    public BodyKind BodyKind { get; private init; }
    public Guid AreaId { get; private init; }
    public AreaLevel Level { get; private init; }
    public MeetingState State { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public string Place { get; private set; } = "";
    public DateTimeOffset? ConvenedAt { get; private set; }

    /// <summary>The version of the rules that it is held under: the one in force when it was convened.</summary>
    public RuleSet? RuleSet { get; private set; }

    public Guid? RuleSetId { get; private set; }

    /// <summary>Why the notice was allowed to be shorter than the rules ask.</summary>
    public string? NoticeWaiver { get; private set; }

    /// <summary>Why it was postponed or cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>When its session began.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ConcludedAt { get; private set; }

    /// <summary>Counts acts on the agenda and votes, so that they are changes of the meeting.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<RollEntry> Roll => _roll;

    /// <summary>What of its rules was not kept. Not read with the meeting: only what this act adds.</summary>
    public IReadOnlyList<Breach> Breaches => _breaches;

    public static Meeting Plan(Body body, DateTimeOffset startsAt, string place) => new()
    {
        BodyId = body.Id, BodyKind = body.Kind, AreaId = body.AreaId, Level = body.Level, StartsAt = startsAt.ToUniversalTime(), Place = place,
    };

    /// <exception cref="RefusedException">It was announced: postpone it instead.</exception>
    public void Replan(DateTimeOffset startsAt, string place)
    {
        DemandAgendaOpen();
        (StartsAt, Place) = (startsAt.ToUniversalTime(), place);
    }

    /// <summary>Notice goes out with the agenda; rules and roll are from now on those of today.</summary>
    /// <exception cref="RefusedException">Nothing on the agenda, the time has passed, or the notice is too short and nobody says why that is right.</exception>
    public void Convene(Body body, DateTimeOffset now, TimeZoneInfo zone, string? waiver)
    {
        if (!Pending.Any()) throw new RefusedException(MeetingRefusals.EmptyAgenda);
        if (StartsAt <= now) throw new RefusedException(MeetingRefusals.InThePast);
        var (given, needed) = (StartsAt.DayIn(zone).DayNumber - now.DayIn(zone).DayNumber, body.InForce.Rules.NoticeDays);
        if (given < needed && string.IsNullOrWhiteSpace(waiver)) throw new RefusedException(MeetingRefusals.NoticeTooShort(needed, given));
        Move(MeetingState.Convened);
        (RuleSet, RuleSetId, ConvenedAt, NoticeWaiver, Reason) = (body.InForce, body.InForce.Id, now, given < needed ? waiver : null, null);
        if (given < needed) _breaches.Add(new Breach(this, Rule.Notice, needed, given, now, waiver));
        _roll.Clear();
        _roll.AddRange(body.Seats.Where(x => x.HoldsOn(StartsAt.DayIn(zone))).Select(x => new RollEntry(x)));
    }

    /// <summary>It will be held another day; its agenda stays.</summary>
    public void Postpone(string reason)
    {
        Move(MeetingState.Postponed);
        Reason = reason;
    }

    /// <summary>Another day for a postponed meeting, before it is convened again.</summary>
    public void Reschedule(DateTimeOffset startsAt) => StartsAt = startsAt.ToUniversalTime();

    /// <returns>The items that leave its agenda.</returns>
    public IReadOnlyList<AgendaItem> Cancel(string reason)
    {
        Move(MeetingState.Cancelled);
        Reason = reason;
        var left = Pending.ToList();
        foreach (var item in left) item.Leave(LeftBecause.Cancelled);
        return left;
    }

    /// <exception cref="RefusedException">Its day has not come.</exception>
    public void Open(DateTimeOffset now, TimeZoneInfo zone, byte[] roomSecret)
    {
        if (now.DayIn(zone) < StartsAt.DayIn(zone)) throw new RefusedException(MeetingRefusals.NotYet);
        Move(MeetingState.InSession);
        (OpenedAt, RoomSecret) = (now, roomSecret);
    }

    /// <returns>The items that were not reached: deferred, or off the agenda where their issue is gone.</returns>
    public IReadOnlyList<AgendaItem> Conclude(DateTimeOffset now)
    {
        var rest = Pending.ToList();
        // An item whose issue is gone has nothing to wait for.
        foreach (var item in rest)
            if (item.Note is { } gone) item.Leave(gone);
            else item.Settle(Outcome.Deferred, null, LeftBecause.NotReached);
        Move(MeetingState.Concluded);
        _breaches.AddRange(Breach.OfQuorum(this, Quorum!, now));
        (ConcludedAt, RoomSecret) = (now, null);
        return rest;
    }

    /// <summary>The minutes are on the board; without the approval that the rules ask for only on record.</summary>
    public void MinutesArePublic(bool lacksApproval, string? waiver, DateTimeOffset now)
    {
        Move(MeetingState.MinutesPublished);
        if (lacksApproval) _breaches.Add(new Breach(this, Rule.MinutesApproval, 1, 0, now, waiver));
    }

    private void Move(MeetingState to) =>
        State = Moves[State].Contains(to) ? to : throw new RefusedException(MeetingRefusals.CannotMove(State, to));
}
