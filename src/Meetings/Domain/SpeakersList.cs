using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>
/// Who asked for the floor, in their order, and who has it 发言顺序; the id is the meeting's. An aggregate of its own, so that raising a hand
/// does not collide with a vote. The clock is the difference of two moments: a restart of the service stops nobody's.
/// </summary>
public sealed class SpeakersList : Aggregate
{
    private readonly List<SpeakingTurn> _turns = [];

    private SpeakersList() { }

    public SpeakersList(Guid meetingId) => Id = meetingId;

    /// <summary>Counts acts, so that they are changes of the list.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<SpeakingTurn> Turns => _turns;
    public SpeakingTurn? Speaking => _turns.SingleOrDefault(x => x.State is TurnState.Speaking);

    /// <summary>A hand is raised.</summary>
    /// <param name="speaker">Who wants to speak.</param>
    /// <param name="itemId">On which item; null on none in particular.</param>
    /// <exception cref="RefusedException">They are on the list already.</exception>
    public SpeakingTurn Ask(Officer speaker, Guid? itemId, DateTimeOffset now)
    {
        if (_turns.Any(x => x.IsOpen && x.Is(speaker))) throw new RefusedException(RoomRefusals.AskedAlready);
        var turn = new SpeakingTurn(speaker, itemId, now);
        _turns.Add(turn);
        Changes++;
        return turn;
    }

    /// <summary>They have the floor, and nobody else any more.</summary>
    /// <returns>Whose turn that ended.</returns>
    public SpeakingTurn? Give(Guid turnId, DateTimeOffset now)
    {
        var turn = Turn(turnId);
        var before = Speaking;
        if (before == turn) return null;
        before?.End(now);
        turn.Begin(now);
        Changes++;
        return before;
    }

    public SpeakingTurn End(Guid turnId, DateTimeOffset now)
    {
        var turn = Turn(turnId);
        turn.End(now);
        Changes++;
        return turn;
    }

    public void Withdraw(Guid turnId)
    {
        Turn(turnId).Withdraw();
        Changes++;
    }

    /// <summary>The session is over: whoever speaks has spoken, whoever waits did not.</summary>
    /// <returns>Whose turn that ended.</returns>
    public SpeakingTurn? Close(DateTimeOffset now)
    {
        var speaking = Speaking;
        speaking?.End(now);
        foreach (var waiting in _turns.Where(x => x.State is TurnState.Waiting)) waiting.Withdraw();
        Changes++;
        return speaking;
    }

    public SpeakingTurn Turn(Guid turnId) => _turns.SingleOrDefault(x => x.Id == turnId) ?? throw new RefusedException(KernelRefusals.NotFound);
}

/// <summary>Where a turn is.</summary>
public enum TurnState { Waiting, Speaking, Spoken, Withdrawn }

/// <summary>One time that somebody speaks.</summary>
public sealed class SpeakingTurn : TenantRow
{
    private SpeakingTurn() { }

    internal SpeakingTurn(Officer speaker, Guid? itemId, DateTimeOffset askedAt) =>
        (PersonId, Name, ItemId, AskedAt) = (speaker.PersonId, speaker.Name, itemId, askedAt);

    public Guid ListId { get; private init; }
    public Guid? ItemId { get; private init; }
    public Guid? PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public TurnState State { get; private set; }
    public DateTimeOffset AskedAt { get; private init; }
    public DateTimeOffset? BeganAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpen => State is TurnState.Waiting or TurnState.Speaking;

    /// <summary>How long they have spoken, in whole seconds.</summary>
    public int Seconds(DateTimeOffset now) => BeganAt is { } began ? (int)((EndedAt ?? now) - began).TotalSeconds : 0;

    public void Forget() => Name = "";

    internal bool Is(Officer speaker) => speaker.PersonId is { } person ? PersonId == person : PersonId is null && Name == speaker.Name;

    internal void Begin(DateTimeOffset now)
    {
        if (State is not TurnState.Waiting) throw new RefusedException(RoomRefusals.TurnOver);
        (State, BeganAt) = (TurnState.Speaking, now);
    }

    internal void End(DateTimeOffset now)
    {
        if (State is not TurnState.Speaking) throw new RefusedException(RoomRefusals.NotSpeaking);
        (State, EndedAt) = (TurnState.Spoken, now);
    }

    internal void Withdraw()
    {
        if (State is not TurnState.Waiting) throw new RefusedException(RoomRefusals.TurnOver);
        State = TurnState.Withdrawn;
    }
}
