using System.Numerics;
using CsCheck;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class OwnersTallyTests
{
    // Areas up to 100,000 m², and small ones, among which edges are often met.
    private static readonly Gen<(long Area, Choice? Choice)[]> Registers =
        Gen.Select(Gen.OneOf(Gen.Long[1, 12], Gen.Long[1, 10_000_000]), Gen.OneOf(Gen.Enum<Choice>().Select(x => (Choice?)x), Gen.Enum<Choice>().Select(x => (Choice?)x), Gen.Const((Choice?)null))).Array[0, 40];

    [Fact]
    public void Owners_OfAnyRegister_PassExactlyWhereFractionsSayIt() =>
        Gen.Select(Registers, Gen.Enum<OwnersMatter>()).Sample((owners, matter) =>
        {
            var (register, ballots) = Told(owners);

            var tally = OwnersTally.Of(register, ballots);

            return tally.Passes(matter) == (Independently(owners.Select(_ => BigInteger.One), owners, matter) && Independently(owners.Select(x => new BigInteger(x.Area)), owners, matter));
        }, iter: 5_000);

    [Theory]
    [InlineData(OwnersMatter.Ordinary, 9, 6, 4, true)] // Two thirds take part exactly; 4 of 6 are over half.
    [InlineData(OwnersMatter.Ordinary, 9, 5, 5, false)] // One fewer takes part.
    [InlineData(OwnersMatter.Ordinary, 9, 6, 3, false)] // Half exactly is not over half.
    [InlineData(OwnersMatter.Special, 12, 8, 6, true)] // Three quarters exactly.
    [InlineData(OwnersMatter.Special, 12, 8, 5, false)]
    [InlineData(OwnersMatter.Ordinary, 0, 0, 0, false)]
    public void Measure_AtTheEdges(OwnersMatter matter, int whole, int part, int pro, bool passes)
    {
        var measure = new Measure(whole, part, pro, part - pro, 0);

        Assert.Equal(passes, measure.EnoughTakePart && measure.Passes(matter));
    }

    [Fact]
    public void OneHundredthOfASquareMetre_Decides()
    {
        // 200.00 of 300.00 m² take part, by 2 of 3 owners: enough; one hundredth less: not.
        var owners = new (long, Choice?)[] { (10_000, Choice.For), (10_000, Choice.For), (10_000, null) };
        var (register, ballots) = Told(owners);
        var (less, same) = Told([(10_000, Choice.For), (9_999, Choice.For), (10_000, null)]);

        Assert.True(OwnersTally.Of(register, ballots).Passes(OwnersMatter.Special));
        Assert.False(OwnersTally.Of(less, same).Passes(OwnersMatter.Special));
    }

    [Fact]
    public void ManySmallOwners_AgainstOneLarge_NeedBothMeasures()
    {
        var (register, ballots) = Told([(100_000, Choice.Against), .. Enumerable.Range(0, 8).Select(_ => (5_000L, (Choice?)Choice.For))]);

        var tally = OwnersTally.Of(register, ballots);

        Assert.True(tally.ByNumber.Passes(OwnersMatter.Special));
        Assert.False(tally.ByArea.Passes(OwnersMatter.Ordinary));
        Assert.False(tally.Passes(OwnersMatter.Ordinary));
    }

    [Fact]
    public void ABallotOfNobodyInTheRegister_WeighsNothing()
    {
        var (register, ballots) = Told([(5_000, Choice.For)]);
        ballots[Guid.CreateVersion7()] = Marking.Of(Choice.Against);

        Assert.Equal(new Measure(1, 1, 1, 0, 0), OwnersTally.Of(register, ballots).ByNumber);
    }

    [Fact]
    public void NobodyIsCountedTwice_InAnyOrderOfBallotsAndChanges() =>
        Gen.Select(Gen.Select(Gen.Int[0, 9], Gen.Enum<Choice>()).Array[0, 60], Gen.Int).Sample((cast, seed) =>
        {
            var register = Enumerable.Range(0, 10).Select(i => new OwnerShare(Guid.CreateVersion7(), 1_000 + i)).ToArray();
            var turns = new Dictionary<int, int>();
            var ballots = cast.Select(x => new Ballot(Guid.Empty, register[x.Item1].Id, turns[x.Item1] = turns.GetValueOrDefault(x.Item1) + 1, Marking.Of(x.Item2), BallotWay.Online, default, Guid.Empty)).ToArray();
            new Random(seed).Shuffle(ballots);

            var count = Count.Of(register, Tally.LastOfEach(ballots).ToDictionary(x => x.VoterId, x => x.Says));

            var last = cast.GroupBy(x => x.Item1).ToDictionary(x => x.Key, x => x.Last().Item2);
            return count.Owners!.ByNumber.TakingPart == last.Count && count.Owners.ByArea.For == last.Where(x => x.Value is Choice.For).Sum(x => 1_000 + x.Key)
                && count.Owners.ByArea.For + count.Owners.ByArea.Against + count.Owners.ByArea.Abstain == count.Owners.ByArea.TakingPart && count.Heads.TakingPart == last.Count;
        });

    [Theory]
    [InlineData("89.35", 8935L)]
    [InlineData("0.01", 1L)]
    [InlineData("120", 12000L)]
    [InlineData("100000", 10000000L)]
    [InlineData("100000.01", null)]
    [InlineData("89.355", null)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("1e3", null)]
    [InlineData("八十九", null)]
    public void Area_IsHundredths_OrNone(string typed, long? hundredths) => Assert.Equal(hundredths, OwnerReader.Hundredths(typed));

    private static (OwnerShare[] Register, Dictionary<Guid, Marking> Ballots) Told(IEnumerable<(long Area, Choice? Choice)> owners)
    {
        var all = owners.Select(x => (Share: new OwnerShare(Guid.CreateVersion7(), x.Area), x.Choice)).ToArray();
        return ([.. all.Select(x => x.Share)], all.Where(x => x.Choice is not null).ToDictionary(x => x.Share.Id, x => Marking.Of(x.Choice!.Value)));
    }

    // Article 278 once more, by exact fractions of big numbers: numerators times the other's denominator.
    private static bool Independently(IEnumerable<BigInteger> weights, (long Area, Choice? Choice)[] owners, OwnersMatter matter)
    {
        var weighed = weights.Zip(owners, (w, o) => (Weight: w, o.Choice)).ToList();
        BigInteger Sum(Func<Choice?, bool> such) => weighed.Where(x => such(x.Choice)).Aggregate(BigInteger.Zero, (sum, x) => sum + x.Weight);
        var (whole, part, pro) = (Sum(_ => true), Sum(x => x is not null), Sum(x => x is Choice.For));
        if (whole.IsZero || part.IsZero || part * 3 < whole * 2) return false;
        return matter is OwnersMatter.Special ? pro * 4 >= part * 3 : pro * 2 > part;
    }
}
