using System.Security.Cryptography;
using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>What a ballot says.</summary>
public enum Choice { For, Against, Abstain }

/// <summary>What a ballot says: for, against or abstaining; in a ranked choice the numbers of options, the best first, and none of them for abstaining.</summary>
public sealed record Marking(Choice Choice, IReadOnlyList<int> Ranking)
{
    public static Marking Of(Choice choice) => new(choice, []);

    public bool Equals(Marking? other) => other is not null && Choice == other.Choice && Ranking.SequenceEqual(other.Ranking);

    public override int GetHashCode() => Ranking.Aggregate(Choice.GetHashCode(), HashCode.Combine);
}

/// <summary>What somebody voted openly, and the how-manieth time. Append-only, for the service's account too: a change is another ballot.</summary>
[AppendOnly]
public sealed class Ballot : TenantRow
{
    private Ballot() { }

    public Ballot(Guid voteId, Guid voterId, int turn, Marking says, BallotWay way, DateTimeOffset at, Guid enteredBy) =>
        (VoteId, VoterId, Turn, Choice, Ranking, Way, At, EnteredBy) = (voteId, voterId, turn, says.Choice, [.. says.Ranking], way, at, enteredBy);

    public Guid VoteId { get; private init; }

    /// <summary>The person of the roll; in an owners' vote the owner of the register.</summary>
    public Guid VoterId { get; private init; }

    public int Turn { get; private init; }
    public Choice Choice { get; private init; }
    public IReadOnlyList<int> Ranking { get; private init; } = [];
    public BallotWay Way { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid EnteredBy { get; private init; }
    public Marking Says => new(Choice, Ranking);
}

/// <summary>That somebody voted in a secret vote, and when. Nothing leads from here to what they voted.</summary>
[AppendOnly]
public sealed class VoterMark : TenantRow
{
    private VoterMark() { }

    internal VoterMark(Guid voteId, Guid personId, BallotWay way, DateTimeOffset at) => (VoteId, PersonId, Way, At) = (voteId, personId, way, at);

    public Guid VoteId { get; private init; }
    public Guid PersonId { get; private init; }
    public BallotWay Way { get; private init; }
    public DateTimeOffset At { get; private init; }
}

/// <summary>
/// A secret ballot while the vote is open. It has no person and no time, and its id is random, for one that grows would tell the order. Found
/// again by the hash of a receipt that the voter's side made up and the service never keeps. What is left to whoever administers the database
/// until closing: that row and the voter's were written by one transaction (xmin). Closing writes all of them anew (<see cref="CountedBallot"/>).
/// </summary>
public sealed class SealedBallot : TenantRow
{
    private SealedBallot() { }

    internal SealedBallot(Guid voteId, byte[]? receiptHash, Marking says)
    {
        Id = RandomId();
        (VoteId, ReceiptHash, Choice, Ranking) = (voteId, receiptHash, says.Choice, [.. says.Ranking]);
    }

    public Guid VoteId { get; private init; }

    /// <summary>SHA-256; null for paper.</summary>
    public byte[]? ReceiptHash { get; private init; }

    public Choice Choice { get; private set; }
    public IReadOnlyList<int> Ranking { get; private set; } = [];
    public Marking Says => new(Choice, Ranking);

    internal void Change(Marking says) => (Choice, Ranking) = (says.Choice, [.. says.Ranking]);

    /// <summary>A whole ballot box, shuffled: every row new, by one transaction, in no order.</summary>
    public static IReadOnlyList<CountedBallot> Emptied(IEnumerable<SealedBallot> box)
    {
        var all = box.Select(x => new CountedBallot(x)).ToArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        return all;
    }

    internal static Guid RandomId() => new(RandomNumberGenerator.GetBytes(16));
}

/// <summary>A secret ballot as it was counted. Append-only: what was counted stays, and anybody with the right counts it again.</summary>
[AppendOnly]
public sealed class CountedBallot : TenantRow
{
    private CountedBallot() { }

    internal CountedBallot(SealedBallot cast)
    {
        Id = SealedBallot.RandomId();
        (VoteId, ReceiptHash, Choice, Ranking) = (cast.VoteId, cast.ReceiptHash, cast.Choice, [.. cast.Ranking]);
    }

    public Guid VoteId { get; private init; }
    public byte[]? ReceiptHash { get; private init; }
    public Choice Choice { get; private init; }
    public IReadOnlyList<int> Ranking { get; private init; } = [];
    public Marking Says => new(Choice, Ranking);
}
