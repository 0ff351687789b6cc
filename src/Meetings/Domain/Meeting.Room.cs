using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>The room: who is there, whether they may decide, how they vote.</summary>
public sealed partial class Meeting
{
    // While in session: what the room's codes are made of.
    private byte[]? RoomSecret { get; set; }

    /// <summary>Live while people check in; null before the meeting is convened.</summary>
    public Quorum? Quorum => RuleSet is { } bound ? Quorum.Of(_roll.Select(x => (x.PersonId, x.Class, x.IsPresent)), bound.Rules) : null;

    /// <summary>Somebody of the roll is in the room. Changes their entry only, so that a queue at the door does not collide.</summary>
    /// <exception cref="RefusedException">Not in session, or without a seat.</exception>
    public RollEntry CheckIn(Guid personId, DateTimeOffset now, Guid by)
    {
        DemandInSession();
        var entry = _roll.SingleOrDefault(x => x.PersonId == personId) ?? throw new RefusedException(MeetingRefusals.NotOnRoll);
        entry.CheckIn(now, by);
        return entry;
    }

    /// <summary>What is shown in the room now, and typed in by whoever checks in themselves; null while nobody meets.</summary>
    public string? RoomCodeAt(DateTimeOffset now) => RoomSecret is { } secret ? RoomCode.At(secret, now) : null;

    /// <summary>Somebody of the roll proves by the room's code that they are in it.</summary>
    /// <exception cref="RefusedException">Not in session, a code that is not (or no longer) shown, or without a seat.</exception>
    public RollEntry CheckInWith(string code, Guid personId, DateTimeOffset now)
    {
        DemandInSession();
        if (RoomSecret is not { } secret || !RoomCode.Fits(secret, code, now)) throw new RefusedException(MeetingRefusals.WrongCode);
        return CheckIn(personId, now, personId);
    }

    public Vote Vote(Guid voteId) =>
        _items.SelectMany(x => x.Votes).SingleOrDefault(x => x.Id == voteId) ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>The item that a vote is on.</summary>
    public AgendaItem ItemOf(Guid voteId) => _items.SingleOrDefault(x => x.Votes.Any(v => v.Id == voteId)) ?? throw new RefusedException(KernelRefusals.NotFound);

    public void DemandInSession()
    {
        if (State is not MeetingState.InSession) throw new RefusedException(MeetingRefusals.NotInSession);
    }

    private void DemandMayDecide()
    {
        DemandInSession();
        if (Quorum is not { Reached: true }) throw new RefusedException(MeetingRefusals.NoQuorum);
    }
}
