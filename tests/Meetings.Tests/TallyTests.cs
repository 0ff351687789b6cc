using CsCheck;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class TallyTests
{
    private static readonly Gen<(int Person, Choice Choice)[]> Ballots = Gen.Select(Gen.Int[0, 8], Gen.Enum<Choice>()).Array[0, 60];

    [Fact]
    public void Tally_InAnyOrderOfBallotsAndChanges_CountsEachPersonsLastOnce() =>
        Gen.Select(Ballots, Gen.Int).Sample((cast, seed) =>
        {
            var turns = new Dictionary<int, int>();
            var people = Enumerable.Range(0, 9).Select(_ => Guid.CreateVersion7()).ToArray();
            var ballots = cast.Select(x => Ballot(people[x.Person], turns[x.Person] = turns.GetValueOrDefault(x.Person) + 1, x.Choice)).ToArray();
            var last = cast.GroupBy(x => x.Person).Select(x => x.Last().Choice).ToList();

            new Random(seed).Shuffle(ballots);
            var tally = Tally.Of(Tally.LastOfEach(ballots).Select(x => x.Says));

            return tally == new Tally(last.Count(x => x is Choice.For), last.Count(x => x is Choice.Against), last.Count(x => x is Choice.Abstain))
                && tally.TakingPart == turns.Count;
        });

    [Theory]
    [InlineData(VoteMethod.Simple, 3, 2, 0, true)]
    [InlineData(VoteMethod.Simple, 2, 2, 0, false)]
    [InlineData(VoteMethod.Simple, 2, 0, 2, false)] // Abstaining is taking part: half is not over half.
    [InlineData(VoteMethod.Simple, 3, 0, 2, true)]
    [InlineData(VoteMethod.Simple, 0, 0, 0, false)]
    [InlineData(VoteMethod.TwoThirds, 4, 2, 0, true)] // Two thirds exactly.
    [InlineData(VoteMethod.TwoThirds, 7, 4, 0, false)]
    [InlineData(VoteMethod.TwoThirds, 66, 34, 0, false)]
    [InlineData(VoteMethod.TwoThirds, 67, 33, 0, true)]
    [InlineData(VoteMethod.TwoThirds, 0, 0, 0, false)]
    [InlineData(VoteMethod.Consensus, 1, 0, 5, true)]
    [InlineData(VoteMethod.Consensus, 99, 1, 0, false)]
    [InlineData(VoteMethod.Consensus, 0, 0, 3, false)]
    public void Passes_AtTheEdges(VoteMethod method, int pro, int contra, int abstain, bool passes) =>
        Assert.Equal(passes, new Tally(pro, contra, abstain).Passes(method));

    [Fact]
    public void Passes_OneMoreForAndOneFewerAgainst_NeverTurnsARightVoteWrong() =>
        Gen.Select(Gen.OneOf(Gen.Const(VoteMethod.Simple), Gen.Const(VoteMethod.TwoThirds), Gen.Const(VoteMethod.Consensus)), Gen.Int[0, 200], Gen.Int[1, 200], Gen.Int[0, 200]).Sample((method, pro, contra, abstain) =>
            !new Tally(pro, contra, abstain).Passes(method) || new Tally(pro + 1, contra - 1, abstain).Passes(method));

    [Fact]
    public void Passes_AsFractionsSayIt() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 300]).Sample((pro, contra, abstain) =>
        {
            var (tally, all) = (new Tally(pro, contra, abstain), (decimal)pro + contra + abstain);
            return tally.Passes(VoteMethod.Simple) == (all > 0 && pro > all / 2)
                && tally.Passes(VoteMethod.TwoThirds) == (pro > 0 && pro >= Math.Ceiling(all * 2 / 3));
        });

    private static Ballot Ballot(Guid person, int turn, Choice choice) => new(Guid.Empty, person, turn, Marking.Of(choice), BallotWay.Online, default, person);
}
