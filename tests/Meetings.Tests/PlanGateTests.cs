using CsCheck;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

/// <summary>The consensus gate and what is counted before it, for whatever people say in whatever order.</summary>
public sealed class PlanGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private sealed record Said(bool Answers, Stand Stand, bool TakenBack, bool Disposed);

    private static readonly Gen<Said> Voices = Gen.Select(Gen.Bool, Gen.Enum<Stand>(), Gen.Bool, Gen.Bool, (a, s, t, d) => new Said(a, s, t, d));

    [Fact]
    public void Gate_IsOpen_ExactlyWhenEverybodyNamedAgrees_AndEveryConcernIsDisposedOf() =>
        Gen.Select(Voices.Array[1, 5], Voices.Array[0, 5], Voices.Array[0, 4], Gen.Bool, Gen.Bool).Sample((named, others, before, stillOpen, newerVersion) =>
        {
            var plan = Drafted(named.Length);
            plan.Publish("一", [], Guid.Empty, Now);
            var first = plan.OpenRound(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27), 60, Zone, Now);
            plan.CloseRound(first.Id, Now);
            var earlier = before.Where(x => x.Answers).Select(x => Spoken(plan, first, Guid.CreateVersion7(), x)).ToList();
            var round = plan.OpenRound(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27), 60, Zone, Now);
            var people = plan.Stakeholders.Select(x => x.PersonId).Concat(others.Select(_ => Guid.CreateVersion7()));
            if (!stillOpen) plan.CloseRound(round.Id, Now);
            var voices = named.Concat(others).Zip(people).Where(x => x.First.Answers).Select(x => Spoken(plan, round, x.Second, x.First)).ToList();
            if (newerVersion && !stillOpen) plan.Publish("二", [(Spoken(plan, round, Guid.CreateVersion7(), new Said(true, Stand.Objection, true, true)), "改了")], Guid.Empty, Now);
            var opinions = earlier.Concat(voices).ToList();

            var expected = !stillOpen && !newerVersion
                && named.All(x => x.Answers && (x.Stand is not Stand.Objection || x.TakenBack))
                && named.Concat(others).Concat(before).All(x => !x.Answers || x.Stand is not Stand.Objection || x.TakenBack || x.Disposed);
            var gate = ConsensusGate.Of(plan, opinions, Now);
            Assert.Equal(expected, gate.IsOpen);
            Assert.Equal(expected, Record.Exception(() => plan.Finalise(opinions, Now)) is null);
            Assert.Equal(expected, plan.FinalisedAt is not null);
            if (!expected && !stillOpen && !newerVersion)
                Assert.Equal(named.Count(x => !x.Answers || x is { Stand: Stand.Objection, TakenBack: false }), gate.Missing.Count(x => x.StakeholderId is not null));
        });

    [Fact]
    public void OnePerson_InAnyOrderOfChannels_HasOneAnswer_TheLast_AndEachChangeIsKept() =>
        Gen.Select(Gen.Int[0, 3], Gen.Enum<Stand>(), Gen.Enum<AnswerChannel>()).Array[1, 40].Sample(turns =>
        {
            var plan = Drafted(1);
            plan.Publish("一", [], Guid.Empty, Now);
            var round = plan.OpenRound(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27), 60, Zone, Now);
            var people = Enumerable.Range(0, 4).Select(_ => new Opinion(plan, round, Guid.CreateVersion7())).ToArray();

            var kept = turns.Select((x, i) => people[x.Item1].Say(x.Item2, $"第{i}句", x.Item3, Guid.Empty, Now.AddSeconds(i))).ToList();

            foreach (var (person, index) in people.Select((x, i) => (x, i)))
            {
                var own = turns.Where(x => x.Item1 == index).ToList();
                Assert.Equal(own.Count, person.Turn);
                Assert.Equal(Enumerable.Range(1, own.Count), kept.Where(x => x.OpinionId == person.Id).Select(x => x.Turn));
                if (own.Count > 0) Assert.Equal((own[^1].Item2, own[^1].Item3), (person.Stand, person.Channel));
                Assert.Equal(own.Count > 0 && own[^1].Item2 is Stand.Objection, person.Concern is not null);
            }
        });

    [Fact]
    public void Finalise_WithOneObjection_SaysWhoseItIs()
    {
        var plan = Drafted(2);
        plan.Publish("一", [], Guid.Empty, Now);
        var round = plan.OpenRound(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 26), 60, Zone, Now);
        var agreed = Spoken(plan, round, plan.Stakeholders[0].PersonId, new Said(true, Stand.CanLiveWith, false, false));
        var objects = Spoken(plan, round, plan.Stakeholders[1].PersonId, new Said(true, Stand.Objection, false, true));

        var refused = Assert.Throws<RefusedException>(() => plan.Finalise([agreed, objects], Now.AddDays(2)));

        Assert.Equal((PlanRefusals.NoConsensus.Code, "一方1"), (refused.Refusal.Code, (string)refused.Refusal.Args[1]));
    }

    [Fact]
    public void AfterARound_NobodyIsTakenOff_ButAPartyMaySendAnother()
    {
        var plan = Drafted(2);
        plan.Publish("一", [], Guid.Empty, Now);
        plan.OpenRound(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 26), 60, Zone, Now);

        Assert.Equal(PlanRefusals.StakeholdersStay, Assert.Throws<RefusedException>(() => plan.Name([new(Guid.CreateVersion7(), "新人", "一方0")])).Refusal);
        plan.Name([new(Guid.CreateVersion7(), "新人", "一方0"), new(plan.Stakeholders[1].PersonId, "一", "一方1"), new(Guid.CreateVersion7(), "添的", null)]);

        Assert.Equal(["新人", "一", "添的"], plan.Stakeholders.Select(x => x.Name));
    }

    private static Plan Drafted(int named)
    {
        var body = Body.Found(BodyKind.RedCouncil, Guid.CreateVersion7(), AreaLevel.Neighbourhood, "红色议事会", Now);
        var plan = Plan.Draft(body, "生境花园", null, null, Now);
        plan.Name([.. Enumerable.Range(0, named).Select(i => new NamedStakeholder(Guid.CreateVersion7(), $"人{i}", $"一方{i}"))]);
        return plan;
    }

    private static Opinion Spoken(Plan plan, PlanRound round, Guid person, Said said)
    {
        var opinion = new Opinion(plan, round, person);
        opinion.Say(said.Stand, said.Stand is Stand.Satisfied ? null : "话", AnswerChannel.Online, person, Now);
        if (said is { TakenBack: true, Stand: Stand.Objection })
        {
            opinion.Clarify(ClarificationKind.Visit, "谈过", null, Guid.Empty, Now);
            opinion.Withdraw();
        }

        if (said.Disposed && opinion.Text is not null) opinion.DisposeOf(round, Disposition.NotAdopted, "做不到", Guid.Empty, Now.AddDays(3));
        return opinion;
    }
}
