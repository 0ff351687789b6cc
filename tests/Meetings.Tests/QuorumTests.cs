using CsCheck;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class QuorumTests
{
    private static readonly Gen<(SeatClass Class, bool Present)[]> Rolls = Gen.Select(Gen.Enum<SeatClass>(), Gen.Bool).Array[0, 40];

    [Fact]
    public void Quorum_OfAnyRoll_IsReachedExactlyWhenHeadsShareAndEachClassAre() =>
        Gen.Select(Rolls, Gen.Int[0, 10], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 3]).Sample((seats, heads, of, owners, residents) =>
        {
            var rules = new Rules
            {
                HeadsAtLeast = heads == 0 ? null : heads, ShareNumerator = 1, ShareDenominator = of,
                PerClass = new ClassQuorum { OwnersCommittee = owners, Residents = residents },
            };
            var present = seats.Count(x => x.Present);

            var quorum = Quorum.Of(Roll(seats), rules);

            return quorum.Reached == (present >= 1 && present >= heads && present * of >= seats.Length
                && seats.Count(x => x is { Present: true, Class: SeatClass.OwnersCommittee }) >= owners
                && seats.Count(x => x is { Present: true, Class: SeatClass.Residents }) >= residents);
        });

    [Theory]
    [InlineData(6, 4, true)] // Two thirds of 6, exactly.
    [InlineData(6, 3, false)]
    [InlineData(7, 5, true)] // Two thirds of 7 are more than 4.
    [InlineData(7, 4, false)]
    [InlineData(0, 0, false)]
    public void Share_AtTheEdge(int seats, int present, bool reached) =>
        Assert.Equal(reached, Quorum.Of(Roll([.. Enumerable.Range(0, seats).Select(i => (SeatClass.Residents, i < present))]), TwoThirds).Reached);

    [Fact]
    public void OnePersonTwiceOnARoll_IsCountedOnce()
    {
        var person = Guid.CreateVersion7();
        var quorum = Quorum.Of([(person, SeatClass.Residents, true), (person, SeatClass.Branch, true)], TwoThirds with { HeadsAtLeast = 2 });

        Assert.Equal((1, 1, false), (quorum.Seats, quorum.Present, quorum.Reached));
    }

    private static Rules TwoThirds { get; } = new() { ShareNumerator = 2, ShareDenominator = 3, PerClass = new ClassQuorum() };

    private static IEnumerable<(Guid, SeatClass, bool)> Roll(IEnumerable<(SeatClass Class, bool Present)> seats) =>
        seats.Select(x => (Guid.CreateVersion7(), x.Class, x.Present));
}
