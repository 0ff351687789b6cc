using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>A recorded vote 表决 on an item. Its result is written down at closing, and can be counted again from the ballots (Tally, RankedTally, OwnersTally).</summary>
public sealed partial class Vote : TenantRow
{
    private readonly List<VoteOption> _options = [];

    private Vote() { }

    /// <exception cref="RefusedException">Options, matter or secrecy do not belong to the method; it closes before it opens; owners without a register.</exception>
    internal Vote(int round, VotePlan plan, DateTimeOffset now)
    {
        if (!plan.Fits) throw new RefusedException(VoteRefusals.DoesNotFit);
        (Round, Method, Question, Secret, Matter) = (round, plan.Method!.Value, plan.Question, plan.Secret!.Value, plan.Matter);
        (OpenedAt, ClosesAt) = (plan.OpensAt?.ToUniversalTime() is { } later && later > now ? later : now, plan.ClosesAt?.ToUniversalTime());
        if (ClosesAt <= OpenedAt) throw new RefusedException(VoteRefusals.ClosesBeforeItOpens);
        if (Method is VoteMethod.Owners) RegisterId = (plan.Register ?? throw new RefusedException(VoteRefusals.NoRegister)).Id;
        _options.AddRange(plan.Options.Select((x, i) => new VoteOption(i + 1, x.Trim())));
    }

    public Guid ItemId { get; private init; }

    /// <summary>1, 2 … within the item: after a vote that failed there may be another.</summary>
    public int Round { get; private init; }

    public VoteMethod Method { get; private init; }
    public string? Question { get; private init; }

    /// <summary>Who voted is kept apart from what.</summary>
    public bool Secret { get; private init; }

    /// <summary>Of an owners' vote.</summary>
    public OwnersMatter? Matter { get; private init; }

    /// <summary>The register of owners that it is bound to, whatever is imported later.</summary>
    public Guid? RegisterId { get; private init; }

    /// <summary>From when ballots are taken.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Until when they are taken online; paper that came in time is typed in afterwards, until it is closed.</summary>
    public DateTimeOffset? ClosesAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public int For { get; private set; }
    public int Against { get; private set; }
    public int Abstain { get; private set; }
    public bool? Passed { get; private set; }

    /// <summary>The written-down count of an owners' vote, by number and by area.</summary>
    public OwnersTally? ByOwners { get; private set; }

    /// <summary>The written-down rounds of a ranked choice.</summary>
    public RankedTally? Ranked { get; private set; }

    public IReadOnlyList<VoteOption> Options => _options;
    public bool IsOpen => ClosedAt is null;
    public Tally Result => new(For, Against, Abstain);

    /// <summary>Whether the result that was written down is this one; null while it is open.</summary>
    public bool? Agrees(Count count) => IsOpen ? null : Result == count.Heads && Equals(ByOwners, count.Owners) && Equals(Ranked, count.Ranked) && Passed == Passes(count);

    /// <exception cref="RefusedException">Closed already; papers are not settled, or are more than were given out; owners have time left to vote.</exception>
    internal void Close(Count count, IReadOnlyList<PaperBallot> papers, int givenOut, DateTimeOffset now)
    {
        if (!IsOpen) throw new RefusedException(MeetingRefusals.VoteIsClosed);
        if (now < ClosesAt && !count.IsWhole) throw new RefusedException(VoteRefusals.StillRuns);
        if (papers.Where(x => x.IsOpen).Select(x => x.Serial).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } open)
            throw new RefusedException(VoteRefusals.PapersOpen.With(string.Join(", ", open)));
        if (Secret && papers.Count(x => x.State is PaperState.Counted) is var counted && counted > givenOut) throw new RefusedException(VoteRefusals.MorePapersThanVoters.With(counted, givenOut));
        (For, Against, Abstain) = count.Heads;
        (ClosedAt, ByOwners, Ranked, Passed) = (now, count.Owners, count.Ranked, Passes(count));
    }

    private bool Passes(Count count) => Method switch
    {
        VoteMethod.Owners => count.Owners!.Passes(Matter!.Value),
        VoteMethod.RankedChoice => count.Ranked!.Winner is not null,
        _ => count.Heads.Passes(Method),
    };
}

/// <summary>An option 选项 of a ranked choice. Kept with the vote, for what a ballot ranks must not change under it.</summary>
[AppendOnly]
public sealed class VoteOption : TenantRow
{
    private VoteOption() { }

    internal VoteOption(int number, string text) => (Number, Text) = (number, text);

    public Guid VoteId { get; private init; }

    /// <summary>1, 2 … in the order of the ballot; ballots rank these.</summary>
    public int Number { get; private init; }

    public string Text { get; private init; } = "";
}
