using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>An open, recorded vote 表决 on an item. Its result is written down at closing, and can be counted again from the ballots.</summary>
public sealed class Vote : TenantRow
{
    private Vote() { }

    internal Vote(int round, Majority majority, string? question, DateTimeOffset openedAt) =>
        (Round, Majority, Question, OpenedAt) = (round, majority, question, openedAt);

    public Guid ItemId { get; private init; }

    /// <summary>1, 2 … within the item: after a vote that failed there may be another.</summary>
    public int Round { get; private init; }

    public Majority Majority { get; private init; }
    public string? Question { get; private init; }
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int For { get; private set; }
    public int Against { get; private set; }
    public int Abstain { get; private set; }
    public bool? Passed { get; private set; }

    public bool IsOpen => ClosedAt is null;
    public Tally Result => new(For, Against, Abstain);

    /// <summary>A ballot of somebody who is on the roll and checked in; a later one of the same person takes its place.</summary>
    /// <param name="voter">Whose it is.</param>
    /// <param name="choice">What it says.</param>
    /// <param name="before">How many the person cast before.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Who typed it in: the person, or staff for a raised hand.</param>
    /// <exception cref="RefusedException">Closed, or the voter is not checked in.</exception>
    public Ballot Cast(RollEntry voter, Choice choice, int before, DateTimeOffset now, Guid by)
    {
        if (!IsOpen) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        if (!voter.IsPresent) throw new RefusedException(MeetingRefusals.NotCheckedIn);
        return new Ballot(Id, voter.PersonId, before + 1, choice, now, by);
    }

    /// <exception cref="RefusedException">Closed already.</exception>
    internal void Close(IEnumerable<Ballot> ballots, DateTimeOffset now)
    {
        if (!IsOpen) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        (For, Against, Abstain) = Tally.Of(ballots);
        (ClosedAt, Passed) = (now, Result.Passes(Majority));
    }
}

/// <summary>What somebody voted, and the how-manieth time. Append-only, for the service's account too: a change is another ballot.</summary>
[AppendOnly]
public sealed class Ballot : TenantRow
{
    private Ballot() { }

    public Ballot(Guid voteId, Guid personId, int turn, Choice choice, DateTimeOffset at, Guid enteredBy) =>
        (VoteId, PersonId, Turn, Choice, At, EnteredBy) = (voteId, personId, turn, choice, at, enteredBy);

    public Guid VoteId { get; private init; }
    public Guid PersonId { get; private init; }
    public int Turn { get; private init; }
    public Choice Choice { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid EnteredBy { get; private init; }
}
