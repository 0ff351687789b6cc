namespace Platform.Meetings.Domain;

/// <summary>The count of a vote by heads. Made from ballots alone, so that anybody with the right to see them can make it again.</summary>
public sealed record Tally(int For, int Against, int Abstain)
{
    public int TakingPart => For + Against + Abstain;

    public static Tally Of(IEnumerable<Marking> ballots)
    {
        var said = ballots.CountBy(x => x.Choice).ToDictionary(x => x.Key, x => x.Value);
        return new Tally(said.GetValueOrDefault(Choice.For), said.GetValueOrDefault(Choice.Against), said.GetValueOrDefault(Choice.Abstain));
    }

    /// <summary>Each voter's last ballot, in whatever order they are read: the one that counts.</summary>
    public static IEnumerable<Ballot> LastOfEach(IEnumerable<Ballot> ballots) => ballots.GroupBy(x => x.VoterId).Select(x => x.MaxBy(b => b.Turn)!);

    /// <summary>Over half; two thirds or more; nobody against and somebody for.</summary>
    public bool Passes(VoteMethod method) => method switch
    {
        VoteMethod.Simple => 2 * For > TakingPart,
        VoteMethod.TwoThirds => For > 0 && 3 * For >= 2 * TakingPart,
        VoteMethod.Consensus => For > 0 && Against == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Heads do not decide this."),
    };
}

/// <summary>Everything that is counted of a vote: heads, and what its method asks for besides.</summary>
public sealed record Count(Tally Heads, OwnersTally? Owners, RankedTally? Ranked)
{
    /// <summary>Every owner has voted: nothing can come any more.</summary>
    public bool IsWhole => Owners is { } owners && owners.ByNumber.TakingPart == owners.ByNumber.Whole;

    /// <summary>Of these ballots, one a voter.</summary>
    public static Count Of(Vote vote, IReadOnlyCollection<Marking> ballots) => vote.Method is VoteMethod.RankedChoice
        ? new Count(new Tally(0, 0, ballots.Count(x => x.Ranking.Count == 0)), null, RankedTally.Of(vote.Options.Count, ballots.Select(x => x.Ranking)))
        : new Count(Tally.Of(ballots), null, null);

    /// <summary>Of owners' ballots, one an owner, held against the whole register.</summary>
    public static Count Of(IReadOnlyCollection<OwnerShare> register, IReadOnlyDictionary<Guid, Marking> ballots) =>
        new(Tally.Of(ballots.Values), OwnersTally.Of(register, ballots), null);
}
