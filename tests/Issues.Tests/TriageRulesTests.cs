using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Platform.Worlds;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>A street's rules propose, a person decides; versions are only ever added.</summary>
public sealed class TriageRulesTests(IssuesWorld world)
{
    private const string Rules = $"{Root}/triage-rules";
    private static readonly DateTimeOffset Then = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, null, null, "other", 0, Scale.Small, HandlingClass.Ordinary)]
    [InlineData(19, 9_999, 2, null, "other", 0, Scale.Small, HandlingClass.Ordinary)]
    [InlineData(20, null, null, null, "other", 4, Scale.Major, HandlingClass.Complex)]
    [InlineData(200, null, null, null, "safety", 3, Scale.Hard, HandlingClass.Complex)]
    [InlineData(20, 100_000, 3, 1, "safety", 1, Scale.Hard, HandlingClass.Complex)]
    [InlineData(null, null, null, 5, "other", 6, Scale.Major, HandlingClass.Ordinary)]
    [InlineData(null, null, null, 7, "other", 0, Scale.Small, HandlingClass.Ordinary)]
    [InlineData(null, null, null, null, "safety", 7, Scale.Small, HandlingClass.Supervised)]
    public void FirstRuleThatMatches_Proposes_ElseTheDefault(
        int? households, int? cost, int? departments, int? monthsAgo, string category, int rule, Scale scale, HandlingClass kind)
    {
        var proposed = TriageRuleSet.Template(Then).Propose(new TriageFacts
        {
            Category = category, SubmittedAt = Then, Households = households, Cost = cost, Departments = departments,
            RaisedBefore = monthsAgo is { } months ? Then.AddMonths(-months) : null,
        });

        Assert.Equal((rule, scale, kind), (proposed.Rule, proposed.Scale, proposed.Class));
    }

    [Fact]
    public void ACategorysRule_IsTheRuleOfThoseBelowIt()
    {
        var rule = new TriageRule { Name = "安全", Category = "safety", Scale = Scale.Hard, Class = HandlingClass.Complex };

        Assert.True(rule.Matches(new TriageFacts { Category = "fire", ParentCategory = "safety", SubmittedAt = Then }));
        Assert.False(rule.Matches(new TriageFacts { Category = "fire", SubmittedAt = Then }));
    }

    [Fact]
    public async Task Triage_AsProposed_NeedsNoReason_Otherwise_ItDoes_AndBothAreKept()
    {
        var (issue, staff) = (await world.Accepted(), world.Staff());

        var proposed = (await staff.GetFromJsonAsync<ProposeTriage.View>($"{issue.Door}/triage-proposal?households=25", Json))!;
        Assert.Equal((Scale.Major, HandlingClass.Complex, 4, "二十户以上"), (proposed.Scale, proposed.Class, proposed.Rule, proposed.RuleName));
        await Refused("request.invalid", await staff.GetAsync($"{issue.Door}/triage-proposal?households=-1"));

        await Refused("issue.other-than-proposed", await Send(staff, $"{issue.Door}/triage", new { scale = Scale.Small, households = 25 }));
        Assert.Equal(IssueStatus.Accepted, (await world.Look(issue)).Status);
        await Is(HttpStatusCode.NoContent, await Send(staff, $"{issue.Door}/triage", new { scale = Scale.Major, households = 25 }));
        await Is(HttpStatusCode.NoContent, await Send(staff, $"{issue.Door}/triage", new { scale = Scale.Small, households = 25, departments = 1, reason = "只有一户" }));

        var seen = (await staff.GetFromJsonAsync<GetIssue.View>(issue.Door, Json))!;
        Assert.Equal(
            [(Scale.Major, Scale.Major, false, null, 25, 4), (Scale.Small, Scale.Major, true, "只有一户", 25, 4)],
            seen.Triages.Select(x => (x.Scale, x.ProposedScale, x.Differed, x.Reason, x.Households!.Value, x.Rule)));
        Assert.All(seen.Triages, x => Assert.Equal(proposed.RuleVersion, x.RuleVersion));
        Assert.Equal(2, seen.History.Count(x => x.Act is IssueAct.Triaged));
        // What the desk found out is staff's own.
        Assert.Empty((await world.Look(issue)).Triages);
        var said = await world.Says<IssueTriaged>(x => x.SubjectId == issue.Id && x.Scale is Scale.Small);
        Assert.Equal((proposed.RuleVersion, true), (said.RuleVersion, said.Differed));
    }

    [Fact]
    public async Task WhatComesBack_ToThePlace_IsProposedLarger()
    {
        var (first, again) = (await Raised(), await Raised());
        Task<ProposeTriage.View> Proposal() => world.Staff().GetFromJsonAsync<ProposeTriage.View>($"{again.Door}/triage-proposal", Json)!;
        var proposal = await Proposal();

        Assert.Equal((Scale.Major, "半年内又出现"), (proposal.Scale, proposal.RuleName));
        Assert.NotNull(proposal.RaisedBefore);
        // The same matter told twice is not a matter that comes back.
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{first.Door}/merge", new { intoId = again.Id }));
        Assert.Null((await Proposal()).RaisedBefore);

        async Task<Case> Raised()
        {
            var author = Guid.CreateVersion7();
            var answer = await Send(world.As(author), $"{Root}/", new { title = "又停了", text = "消防通道又停满了车。", category = "parking", areaId = world.Building21 });
            await Is(HttpStatusCode.Created, answer);
            var told = await Read<ReportIssue.Answer>(answer);
            return new Case(told.Id, told.ReceiptNumber, author, world.As(author));
        }
    }

    [Fact]
    public async Task Published_ByTheAdministrator_IsTheNextVersion_AndTheEarlierStays()
    {
        var admin = world.As(world.Somebody(Role.TenantAdmin, world.Street, PlacesWorld<Program, IssuesDb>.StreetPath));
        var issue = await world.Accepted(world.Building13);
        var before = (await admin.GetFromJsonAsync<ShowTriageRules.View>(Rules, Json))!;
        var draft = Draft([new { name = "绿化都算大事", category = "environment", scale = Scale.Hard, @class = HandlingClass.Complex }]);

        await Refused("rights.outside-your-area", await Send(world.As(world.Somebody(Role.TenantAdmin)), Rules, draft));
        await Refused("conflict.stale", await Send(admin, Rules, draft, ifMatch: $"\"{before.Version + 7}\""));
        await Refused("triage-rules.no-condition", await Send(admin, Rules, Draft([new { name = "都是小事", scale = Scale.Small, @class = HandlingClass.Ordinary }])));
        await Refused("issue.unknown-category", await Send(admin, Rules, Draft([new { name = "没有", category = "nonsense", scale = Scale.Small, @class = HandlingClass.Ordinary }])));
        await Refused("request.invalid", await Send(admin, Rules, Draft([new { name = "", householdsAtLeast = 0, scale = Scale.Small, @class = HandlingClass.Ordinary }])));
        var answers = await Task.WhenAll(Send(admin, Rules, draft, ifMatch: $"\"{before.Version}\""), Send(admin, Rules, draft, ifMatch: $"\"{before.Version}\""));
        try
        {
            // Of two at once the later one is told.
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(x => x.StatusCode).Order());

            var proposed = (await world.Staff().GetFromJsonAsync<ProposeTriage.View>($"{issue.Door}/triage-proposal", Json))!;
            Assert.Equal((before.Version + 1, 1, Scale.Hard), (proposed.RuleVersion, proposed.Rule, proposed.Scale));
            var versions = (await world.Staff().GetFromJsonAsync<Page<ShowTriageRules.View>>($"{Root}/triage-rules/versions", Json))!.Items;
            Assert.Equal(before.Rules, versions.Single(x => x.Version == before.Version).Rules);
        }
        finally
        {
            await Is(HttpStatusCode.OK, await Send(admin, Rules, new { before.Rules, before.Otherwise, before.OtherwiseClass, why = "恢复原来的规则" }));
        }
    }

    [Fact]
    public async Task Draft_IsTriedOnWhatWasDecided_AndChangesNothing()
    {
        var admin = world.As(world.Somebody(Role.TenantAdmin, world.Street, PlacesWorld<Program, IssuesDb>.StreetPath));
        var (small, major) = (await world.Accepted(), await world.Accepted());
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{small.Door}/triage", new { scale = Scale.Small, households = 2, reason = "一户的事" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{major.Door}/triage", new { scale = Scale.Major, households = 30, reason = "三十户" }));
        var before = (await admin.GetFromJsonAsync<ShowTriageRules.View>(Rules, Json))!.Version;

        var tried = await Read<TryTriageRules.View>(await Send(admin, $"{Root}/triage-rules/try",
            Draft([new { name = "三十户以上", householdsAtLeast = 30, scale = Scale.Hard, @class = HandlingClass.Complex }])));

        Assert.Contains(tried.Differing, x => x.IssueId == major.Id && x is { Decided: Scale.Major, Proposed: Scale.Hard, Rule: 1 });
        Assert.DoesNotContain(tried.Differing, x => x.IssueId == small.Id);
        Assert.Equal((tried.Tried, tried.Tried), (tried.Scales.Sum(x => x.Decided), tried.Scales.Sum(x => x.ProposedNow)));
        Assert.Equal(tried.Tried, tried.AgreesNow + tried.Differing.Count);
        Assert.Equal(before, (await admin.GetFromJsonAsync<ShowTriageRules.View>(Rules, Json))!.Version);
    }

    private static object Draft(object[] rules) => new { rules, otherwise = Scale.Small, otherwiseClass = HandlingClass.Ordinary, why = "试一试" };
}
