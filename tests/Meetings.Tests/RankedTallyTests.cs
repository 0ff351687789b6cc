using CsCheck;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class RankedTallyTests
{
    private static readonly Gen<(int Options, int[][] Ballots)> Elections = Gen.Int[2, 6].SelectMany(options =>
        Gen.Select(Gen.Const(options), Gen.Select(Gen.Shuffle(Enumerable.Range(1, options).ToArray()), Gen.Int[0, options], (all, some) => all[..some]).Array[0, 25]));

    [Fact]
    public void RankedChoice_OfAnyBallots_IsWhatANaiveCountFinds() => Elections.Sample(election =>
    {
        var tally = RankedTally.Of(election.Options, election.Ballots);

        return tally.Winner == Naive(election.Options, election.Ballots) && tally.TakingPart == election.Ballots.Length;
    }, iter: 5_000);

    [Fact]
    public void RankedChoice_InAnyOrderOfBallots_GivesTheSameRounds() => Gen.Select(Elections, Gen.Int).Sample((election, seed) =>
    {
        var shuffled = election.Ballots.ToArray();
        new Random(seed).Shuffle(shuffled);

        return RankedTally.Of(election.Options, election.Ballots).Equals(RankedTally.Of(election.Options, shuffled));
    });

    [Fact]
    public void RankedChoice_EveryRound_CountsEveryBallotOnce() => Elections.Sample(election =>
    {
        var tally = RankedTally.Of(election.Options, election.Ballots);

        return tally.Rounds.All(x => x.Votes.Sum(v => v.Votes) + x.Exhausted == election.Ballots.Count(b => b.Length > 0))
            && tally.Rounds.Zip(tally.Rounds.Skip(1)).All(x => x.Second.Votes.Count == x.First.Votes.Count - 1 && x.First.Eliminated is not null);
    });

    [Fact]
    public void FirstPreferencesAlone_WouldHaveChosenAnother()
    {
        var tally = RankedTally.Of(3, [[1], [1], [1], [1], [2, 3], [2, 3], [2, 3], [3, 2], [3, 2]]);

        Assert.Equal(2, tally.Winner);
        Assert.Equal([(4, 3, 2, 3), (4, 5, 0, 0)], tally.Rounds.Select(x => (x.Votes[0].Votes, x.Votes[1].Votes, x.Votes.Count > 2 ? x.Votes[2].Votes : 0, x.Eliminated ?? 0)));
    }

    [Fact]
    public void ATie_IsBrokenByFirstPreferences_AndThenTheOptionListedLaterLeaves()
    {
        Assert.Equal(1, RankedTally.Of(2, [[1], [2]]).Winner);
        // After 4 has left, 2 and 3 are even; 3 had more first preferences.
        var tally = RankedTally.Of(4, [[1], [1], [1], [2], [3], [3], [4, 2]]);
        Assert.Equal([4, 2], tally.Rounds.Select(x => x.Eliminated).OfType<int>().Take(2));
    }

    [Fact]
    public void NobodyRanksAnything_NothingIsChosen() => Assert.Equal(new RankedTally([], null, 2), RankedTally.Of(3, [[], []]));

    // Written another way: strike names from the ballots, and look at what stands on top.
    private static int? Naive(int options, int[][] ballots)
    {
        var sheets = ballots.Where(x => x.Length > 0).Select(x => x.ToList()).ToList();
        if (sheets.Count == 0) return null;
        var standing = Enumerable.Range(1, options).ToList();
        var firsts = standing.ToDictionary(x => x, x => ballots.Count(b => b.Length > 0 && b[0] == x));
        while (standing.Count > 1)
        {
            var tops = standing.ToDictionary(x => x, x => sheets.Count(s => s.Count > 0 && s[0] == x));
            var alive = sheets.Count(s => s.Count > 0);
            foreach (var candidate in standing)
                if (tops[candidate] > alive - tops[candidate]) return candidate;
            var worst = standing[0];
            foreach (var candidate in standing.Skip(1))
                if (tops[candidate] < tops[worst] || tops[candidate] == tops[worst] && firsts[candidate] <= firsts[worst]) worst = candidate;
            standing.Remove(worst);
            foreach (var sheet in sheets) sheet.Remove(worst);
        }

        return standing[0];
    }
}
