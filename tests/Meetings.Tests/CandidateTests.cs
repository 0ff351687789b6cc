using CsCheck;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

/// <summary>Whatever anybody tries in whatever order, a candidacy goes no way that is not written.</summary>
public sealed class CandidateTests
{
    private enum Act { Visit, Hear, Vet, Accept, Reject, Publicise, Object, Uphold, Dismiss, Appoint, Renew, End, Withdraw, DayPasses }

    private static readonly Guid Self = Guid.CreateVersion7(), Secretary = Guid.CreateVersion7();
    private static readonly DateOnly First = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    // As the handbook has it, written once more: a table that both sides read would prove nothing.
    private static readonly HashSet<(CandidateState, CandidateState)> Ways =
    [
        (CandidateState.Proposed, CandidateState.Vetted), (CandidateState.Vetted, CandidateState.Accepted), (CandidateState.Vetted, CandidateState.Rejected),
        (CandidateState.Accepted, CandidateState.Publicised), (CandidateState.Publicised, CandidateState.Appointed), (CandidateState.Publicised, CandidateState.Rejected),
        (CandidateState.Appointed, CandidateState.Renewed), (CandidateState.Appointed, CandidateState.Ended), (CandidateState.Renewed, CandidateState.Ended),
        (CandidateState.Proposed, CandidateState.Withdrawn), (CandidateState.Vetted, CandidateState.Withdrawn), (CandidateState.Accepted, CandidateState.Withdrawn),
        (CandidateState.Publicised, CandidateState.Withdrawn),
    ];

    private static readonly Gen<(Act Act, bool BySelf, int Number)[]> Lives = Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 5], Gen.Int[1, 9], (act, who, number) => (act, who == 0, number)).Array[0, 80];

    [Fact]
    public void AnyLife_KeepsToTheTable_IsNeverDecidedByOneself_AndAppointsAfterTheNoticeAlone() => Lives.Sample(life =>
    {
        var (candidate, today) = (Proposed(), First);
        foreach (var (act, bySelf, number) in life)
        {
            var (before, undecided, standing) = (candidate.State, candidate.DecidedById, candidate.Objections.Count(x => x.Upheld is not false));
            var refused = false;
            try { Do(candidate, act, bySelf ? Self : Secretary, number, ref today); }
            catch (RefusedException) { refused = true; }

            var after = candidate.State;
            if (after != before && !Ways.Contains((before, after))) return false;
            if (refused && after != before) return false;
            if (candidate.DecidedById == Self) return false;
            if (after is CandidateState.Appointed && before is not CandidateState.Appointed && (bySelf || today <= candidate.NoticeTo || standing > 0)) return false;
            if (after is CandidateState.Rejected && before is CandidateState.Publicised && candidate.Objections.All(x => x.Upheld is not true)) return false;
            if (bySelf && act is Act.Vet or Act.Accept or Act.Reject or Act.Publicise or Act.Appoint or Act.Renew && bySelf && after != before) return false;
        }

        return candidate.Terms.OrderBy(x => x.From).Zip(candidate.Terms.OrderBy(x => x.From).Skip(1)).All(x => candidate.State is CandidateState.Ended || x.First.To < x.Second.From);
    }, iter: 20_000);

    [Fact]
    public void Identify_AsWhoeverDecided_IsRefused()
    {
        var candidate = Candidate.Propose(Body(), new Proposal(CandidateSource.Visit, null, "王建国", "k1:x", null, true, "热心"), Secretary, Now);
        candidate.Visit(First, "网格员", "在家", Secretary, First);
        candidate.Vet(Secretary, Now);
        candidate.Decide(true, "好", "会议", Self, Now);

        Assert.Equal("candidate.not-yourself", Assert.Throws<RefusedException>(() => candidate.Identify(Self, Secretary)).Refusal.Code);
        candidate.Identify(Guid.CreateVersion7(), Secretary);
        Assert.Equal("candidate.known-already", Assert.Throws<RefusedException>(() => candidate.Identify(Guid.CreateVersion7(), Secretary)).Refusal.Code);
        Assert.Null(candidate.Phone);
    }

    [Theory]
    [InlineData("王建国", "王**")]
    [InlineData("", "**")]
    [InlineData("𠮷野", "𠮷**")]
    public void Masked_NameShowsItsFirstSignAlone(string name, string masked) => Assert.Equal(masked, MaskedName.Of(name));

    private static Body Body() => Domain.Body.Found(BodyKind.RedCouncil, Guid.CreateVersion7(), AreaLevel.Neighbourhood, "红色议事会", Now);

    private static Candidate Proposed() => Candidate.Propose(Body(), new Proposal(CandidateSource.SelfNomination, Self, "王建国", null, null, true, "热心"), Self, Now);

    private static void Do(Candidate x, Act act, Guid by, int number, ref DateOnly today)
    {
        switch (act)
        {
            case Act.Visit: x.Visit(today, "网格员", "在家", by, today); break;
            case Act.Hear: x.Hear(by, null, "好", by, Now); break;
            case Act.Vet: x.Vet(by, Now); break;
            case Act.Accept: x.Decide(true, "好", "会议", by, Now); break;
            case Act.Reject: x.Decide(false, "不合适", "会议", by, Now); break;
            case Act.Publicise: x.Publicise(number, by, today); break;
            case Act.Object: x.Oppose("不同意", by == Self ? Self : Guid.CreateVersion7(), Now, today); break;
            case Act.Uphold or Act.Dismiss: x.Answer(x.Objections.FirstOrDefault(o => o.Upheld is null)?.Id ?? Guid.Empty, act is Act.Uphold, "查过", by, Now); break;
            case Act.Appoint: x.Appoint(today, today.AddDays(number), by, today); break;
            case Act.Renew: x.Renew(x.NextTerm(today), x.NextTerm(today).AddDays(number), by); break;
            case Act.End: x.End(today, "调离"); break;
            case Act.Withdraw: x.Withdraw("身体原因"); break;
            default: today = today.AddDays(number); break;
        }
    }
}
