using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>
/// Where a paper ballot is: typed in once; twice and not the same; the same twice, but its owner also voted online; counted; set aside, with the reason.
/// </summary>
public enum PaperState { Once, Differs, Conflict, Counted, SetAside }

/// <summary>
/// A paper ballot 纸质选票, typed in by two people on their own. It counts when what two different people typed last is the same; where it differs, either
/// looks at the paper again, or a third does.
/// </summary>
public sealed class PaperBallot : TenantRow
{
    private readonly List<PaperEntry> _entries = [];

    private PaperBallot() { }

    public PaperBallot(Guid voteId, string serial) => (VoteId, Serial) = (voteId, serial);

    public Guid VoteId { get; private init; }

    /// <summary>The number that is printed on the paper.</summary>
    public string Serial { get; private init; } = "";

    public PaperState State { get; private set; }

    /// <summary>Whose it is, once two people agree; null in a secret vote.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Why it was counted or set aside.</summary>
    public string? Reason { get; private set; }

    public Guid? DecidedBy { get; private set; }
    public IReadOnlyList<PaperEntry> Entries => _entries;

    /// <summary>It keeps its vote from closing.</summary>
    public bool IsOpen => State is PaperState.Once or PaperState.Differs or PaperState.Conflict;

    /// <summary>What each person typed last, in the order in which they began.</summary>
    public IEnumerable<PaperEntry> Latest => _entries.OrderBy(x => x.Number).GroupBy(x => x.EnteredBy).Select(x => x.Last());

    /// <summary>What was read last: what two people agree on, once they do.</summary>
    internal Marking Read => _entries.MaxBy(x => x.Number)!.Says;

    /// <summary>Somebody types in what they read on it.</summary>
    /// <returns>Whether two people agree now.</returns>
    /// <exception cref="RefusedException">It was counted, set aside, or waits for a decision.</exception>
    internal bool Enter(Guid? ownerId, Marking says, Guid by, DateTimeOffset now)
    {
        if (State is not (PaperState.Once or PaperState.Differs)) throw new RefusedException(PaperRefusals.Settled.With(Serial));
        _entries.Add(new PaperEntry(_entries.Count + 1, ownerId, says, by, now));
        var agreed = Latest.GroupBy(x => (x.OwnerId, x.Says)).Any(x => x.Count() > 1);
        State = Latest.Count() > 1 ? PaperState.Differs : PaperState.Once;
        if (agreed) (State, OwnerId) = (PaperState.Counted, ownerId);
        return agreed;
    }

    internal void Conflicts() => State = PaperState.Conflict;

    /// <summary>It is not counted, with the reason: no such paper, it is void, or what its owner said online counts.</summary>
    /// <exception cref="RefusedException">It was counted or set aside already.</exception>
    internal void SetAside(string reason, Guid by) => Decide(PaperState.SetAside, IsOpen, reason, by);

    /// <summary>It counts, and not what its owner said online.</summary>
    /// <exception cref="RefusedException">Two people do not agree on it, or nothing speaks against it.</exception>
    internal void Prevail(string reason, Guid by) => Decide(PaperState.Counted, State is PaperState.Conflict, reason, by);

    private void Decide(PaperState to, bool may, string reason, Guid by)
    {
        if (!may) throw new RefusedException(PaperRefusals.NothingToDecide.With(Serial));
        (State, Reason, DecidedBy) = (to, reason, by);
    }
}

/// <summary>What one person read on a paper ballot. Append-only: reading again is another entry.</summary>
[AppendOnly]
public sealed class PaperEntry : TenantRow
{
    private PaperEntry() { }

    internal PaperEntry(int number, Guid? ownerId, Marking says, Guid by, DateTimeOffset at) =>
        (Number, OwnerId, Choice, Ranking, EnteredBy, At) = (number, ownerId, says.Choice, [.. says.Ranking], by, at);

    public Guid PaperBallotId { get; private init; }
    public int Number { get; private init; }
    public Guid? OwnerId { get; private init; }
    public Choice Choice { get; private init; }
    public IReadOnlyList<int> Ranking { get; private init; } = [];
    public Guid EnteredBy { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Marking Says => new(Choice, Ranking);
}
