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
    public RollEntry CheckIn(Guid personId, CheckInWay way, DateTimeOffset now, Guid by)
    {
        DemandInSession();
        var entry = Entry(personId);
        entry.CheckIn(way, now, by);
        return entry;
    }

    /// <summary>Checked in by mistake.</summary>
    /// <exception cref="RefusedException">They have voted since.</exception>
    public void CheckOut(Guid personId, bool voted)
    {
        DemandInSession();
        if (voted) throw new RefusedException(RoomRefusals.HasVoted);
        Entry(personId).CheckOut();
    }

    /// <summary>May somebody take the floor? Whoever has no seat only where the rules let everyone speak, or with the reason why they may.</summary>
    /// <exception cref="RefusedException">Not in session, or the floor is for those seated.</exception>
    public void Admit(Officer speaker, string? waiver, DateTimeOffset now)
    {
        DemandInSession();
        if (RuleSet!.Rules.Floor is Floor.Everyone || _roll.Any(x => x.PersonId == speaker.PersonId)) return;
        if (string.IsNullOrWhiteSpace(waiver)) throw new RefusedException(RoomRefusals.FloorSeatedOnly);
        _breaches.Add(new Breach(this, Rule.Floor, 1, 0, now, waiver));
    }

    /// <summary>Somebody has spoken: longer than the rules give is written down.</summary>
    public void HasSpoken(SpeakingTurn? turn, DateTimeOffset now)
    {
        if (turn is null || RuleSet!.Rules.SpeakingSeconds is not { } limit || turn.Seconds(now) <= limit) return;
        _breaches.Add(new Breach(this, Rule.SpeakingTime, limit, turn.Seconds(now), now));
    }

    /// <summary>Who speaks: somebody of the roll by the name they sit under, or a name alone.</summary>
    /// <exception cref="RefusedException">Neither is said, or the person is not on the roll.</exception>
    public Officer Speaker(Guid? personId, string? name) => personId is { } person ? new Officer(person, Entry(person).Name)
        : string.IsNullOrWhiteSpace(name) ? throw new RefusedException(RoomRefusals.SpeakerNeeded) : new Officer(null, name);

    private RollEntry Entry(Guid personId) => _roll.SingleOrDefault(x => x.PersonId == personId) ?? throw new RefusedException(MeetingRefusals.NotOnRoll);

    /// <summary>What is shown in the room now, and typed in by whoever checks in themselves; null while nobody meets.</summary>
    public string? RoomCodeAt(DateTimeOffset now) => RoomSecret is { } secret ? RoomCode.At(secret, now) : null;

    /// <summary>Somebody of the roll proves by the room's code that they are in it.</summary>
    /// <exception cref="RefusedException">Not in session, a code that is not (or no longer) shown, or without a seat.</exception>
    public RollEntry CheckInWith(string code, Guid personId, DateTimeOffset now)
    {
        DemandInSession();
        if (RoomSecret is not { } secret || !RoomCode.Fits(secret, code, now)) throw new RefusedException(MeetingRefusals.WrongCode);
        return CheckIn(personId, CheckInWay.Code, now, personId);
    }

    /// <exception cref="RefusedException">No quorum, or the item has its outcome.</exception>
    public Vote OpenVote(Guid itemId, string? question, DateTimeOffset now)
    {
        DemandMayDecide();
        Changes++;
        return Item(itemId).OpenVote(RuleSet!.Rules.Majority, question, now);
    }

    public Vote CloseVote(Guid voteId, IEnumerable<Ballot> ballots, DateTimeOffset now)
    {
        DemandInSession();
        var vote = Vote(voteId);
        vote.Close(ballots, now);
        Changes++;
        return vote;
    }

    public Vote Vote(Guid voteId) =>
        _items.SelectMany(x => x.Votes).SingleOrDefault(x => x.Id == voteId) ?? throw new RefusedException(KernelRefusals.NotFound);

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
