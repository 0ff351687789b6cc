namespace Platform.Meetings.Domain;

/// <summary>How many ballots an option has in a round.</summary>
public sealed record OptionVotes(int Option, int Votes);

/// <summary>One round of a ranked choice.</summary>
/// <param name="Votes">The options that are left, in the order of the ballot.</param>
/// <param name="Exhausted">Ballots that rank none of them any more.</param>
/// <param name="Eliminated">The option that leaves after it; null in the last round.</param>
public sealed record RankedRound(IReadOnlyList<OptionVotes> Votes, int Exhausted, int? Eliminated)
{
    public bool Equals(RankedRound? other) =>
        other is not null && Exhausted == other.Exhausted && Eliminated == other.Eliminated && Votes.SequenceEqual(other.Votes);

    public override int GetHashCode() => HashCode.Combine(Exhausted, Eliminated, Votes.Count);
}

/// <summary>
/// A ranked choice as an instant run-off: each ballot counts for the best option on it that is left; while none has over half of the ballots
/// that still rank something, the option with the fewest leaves. Of several with the fewest it is the one with the fewest first
/// preferences, and of those the one listed later: the same ballots always give the same rounds. Abstaining takes part, and decides nothing.
/// </summary>
/// <param name="Winner">Null where no ballot ranks anything.</param>
/// <param name="TakingPart">All ballots, also those that rank nothing.</param>
public sealed record RankedTally(IReadOnlyList<RankedRound> Rounds, int? Winner, int TakingPart)
{
    public static RankedTally Of(int options, IEnumerable<IReadOnlyList<int>> ballots)
    {
        var all = ballots.ToList();
        var cast = all.Where(x => x.Count > 0).ToList();
        var first = cast.CountBy(x => x[0]).ToDictionary(x => x.Key, x => x.Value);
        var (left, rounds) = (Enumerable.Range(1, options).ToList(), new List<RankedRound>());
        if (cast.Count == 0) return new RankedTally([], null, all.Count);
        while (true)
        {
            var best = cast.Select(x => x.FirstOrDefault(left.Contains)).Where(x => x > 0).CountBy(x => x).ToDictionary(x => x.Key, x => x.Value);
            var (votes, going) = (left.Select(x => new OptionVotes(x, best.GetValueOrDefault(x))).ToList(), best.Values.Sum());
            var ahead = votes.MaxBy(x => x.Votes)!;
            if (2 * ahead.Votes > going || left.Count == 1)
                return new RankedTally([.. rounds, new RankedRound(votes, cast.Count - going, null)], ahead.Option, all.Count);
            var last = votes.OrderBy(x => x.Votes).ThenBy(x => first.GetValueOrDefault(x.Option)).ThenByDescending(x => x.Option).First().Option;
            rounds.Add(new RankedRound(votes, cast.Count - going, last));
            left.Remove(last);
        }
    }

    public bool Equals(RankedTally? other) => other is not null && Winner == other.Winner && TakingPart == other.TakingPart && Rounds.SequenceEqual(other.Rounds);

    public override int GetHashCode() => HashCode.Combine(Winner, TakingPart, Rounds.Count);
}
