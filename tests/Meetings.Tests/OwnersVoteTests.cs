using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class OwnersVoteTests(MeetingsWorld world)
{
    [Fact]
    public async Task Owners_OnlineAndOnPaper_AreOneVote_ByNumberAndByArea()
    {
        var (register, owners) = await world.Register([100m, 60m, 79.75m]);
        var (first, second) = (await world.Account(owners[0]), world.Somebody(Role.CommitteeStaff));
        var vote = await world.OwnersVote(register);

        Refused(409, "vote.not-an-owner", await world.Cast(vote, world.Somebody(Role.Resident), "For"));
        await Must(world.Cast(vote, first, "Against"));
        await Must(world.Cast(vote, first, "For"));
        await Must(world.Paper(vote, "P1", "1-102", "For"));
        Refused(409, "vote.papers-open", await world.Close(vote));
        await Must(world.Paper(vote, "P1", "1-102", "For", second));
        var closed = await Must(world.Close(vote));

        Assert.True((bool)closed!["passed"]!);
        Assert.Equal((3, 2, 2, 0), Of(closed["byOwners"]!["byNumber"]!));
        Assert.Equal((23975, 16000, 16000, 0), Of(closed["byOwners"]!["byArea"]!));
        var view = await world.Get($"/{vote.Meeting}/votes/{vote.Vote}");
        Assert.True((bool)view["agrees"]!);
        Refused(409, "vote.is-closed", await world.Cast(vote, first, "Against"));
        Refused(409, "vote.is-closed", await world.Paper(vote, "P2", "1-103", "For"));
    }

    [Fact]
    public async Task Special_NeedsThreeQuarters_WhereOrdinaryNeedsOverHalf()
    {
        foreach (var (matter, passes) in new[] { ("Ordinary", true), ("Special", false) })
        {
            var (register, owners) = await world.Register([60m, 60m, 60m]);
            var vote = await world.OwnersVote(register, matter);
            foreach (var (owner, choice) in owners.Zip((string[])["For", "For", "Against"])) await Must(world.Cast(vote, await world.Account(owner), choice));

            Assert.Equal(passes, (bool)(await Must(world.Close(vote)))!["passed"]!);
        }
    }

    [Fact]
    public async Task Vote_IsBoundToTheRegisterOfItsOpening_WhateverIsImportedLater()
    {
        var (register, _) = await world.Register([60m, 60m], area: world.Building13);
        var vote = await world.OwnersVote(register, area: world.Building13);

        await world.Register([10m, 10m, 10m, 10m], area: world.Building13);

        Assert.Equal(2, (int)(await world.Get($"/{vote.Meeting}/votes/{vote.Vote}"))["recountByOwners"]!["byNumber"]!["whole"]!);
    }

    [Fact]
    public async Task Paper_ThatTwoPeopleReadDifferently_IsShown_AndWaits_UntilTwoAgree()
    {
        var (register, _) = await world.Register([60m, 60m]);
        var (second, third) = (world.Somebody(Role.CommitteeStaff), world.Somebody(Role.CommitteeStaff));
        var vote = await world.OwnersVote(register);

        var once = await Must(world.Paper(vote, "P1", "1-101", "For"));
        Assert.Empty(once!["entries"]!.AsArray()); // The second reads the paper, not the first one's entry.
        Assert.Equal("Once", (string)(await Must(world.Paper(vote, "P1", "1-101", "For")))!["state"]!); // The same person twice is one.
        Assert.Equal("Differs", (string)(await Must(world.Paper(vote, "P1", "1-101", "Against", second)))!["state"]!);
        var shown = (await world.Get($"/{vote.Meeting}/votes/{vote.Vote}/papers?open=true"))["items"]![0]!;
        Assert.Equal(["For", "Against"], shown["entries"]!.AsArray().Select(x => (string)x!["choice"]!));
        Refused(409, "vote.papers-open", await world.Close(vote));
        Refused(409, "paper.nothing-to-decide", await Decide(vote, shown, counts: true));
        Assert.Equal("Counted", (string)(await Must(world.Paper(vote, "P1", "1-101", "Against", third)))!["state"]!);

        Refused(409, "paper.settled", await world.Paper(vote, "P1", "1-101", "For"));
        Refused(400, "paper.unknown-unit", await world.Paper(vote, "P2", "9-999", "For"));
        Refused(400, "paper.unknown-unit", await world.Paper(vote, "P2", null, "For"));
        Refused(409, "paper.owner-has-one", await world.Paper(vote, "P2", "1-101", "For"));
        Assert.Equal(1, (int)(await Must(world.Close(vote)))!["byOwners"]!["byNumber"]!["against"]!);
    }

    [Fact]
    public async Task Paper_ThatCannotBeRead_IsSetAsideWithAReason_AndTheVoteCloses()
    {
        var (register, _) = await world.Register([60m]);
        var vote = await world.OwnersVote(register);
        var paper = await Must(world.Paper(vote, "P7", "1-101", "For"));

        await Must(Decide(vote, paper!, counts: false));

        Assert.Equal(0, (int)(await Must(world.Close(vote)))!["byOwners"]!["byNumber"]!["takingPart"]!);
        var kept = (await world.Get($"/{vote.Meeting}/votes/{vote.Vote}/papers"))["items"]![0]!;
        Assert.Equal(("SetAside", "废票"), ((string)kept["state"]!, (string)kept["reason"]!));
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task Paper_OfAnOwnerWhoVotedOnline_WaitsForADecision_AndIsCountedOnce(bool paperCounts, int pro, int contra)
    {
        var (register, owners) = await world.Register([60m, 40m]);
        var (account, second) = (await world.Account(owners[0]), world.Somebody(Role.CommitteeStaff));
        var vote = await world.OwnersVote(register);
        await Must(world.Cast(vote, account, "Against"));
        await Must(world.Paper(vote, "P1", "1-101", "For"));
        var conflict = await Must(world.Paper(vote, "P1", "1-101", "For", second));
        Assert.Equal(("Conflict", "Against"), ((string)conflict!["state"]!, (string)conflict["online"]!));
        Refused(409, "vote.papers-open", await world.Close(vote));

        await Must(Decide(vote, conflict, paperCounts));

        if (paperCounts) Refused(409, "vote.voted-on-paper", await world.Cast(vote, account, "Against"));
        else await Must(world.Cast(vote, account, "Against"));
        var closed = await Must(world.Close(vote));
        Assert.Equal((2, 1, pro, contra), Of(closed!["byOwners"]!["byNumber"]!));
    }

    [Fact]
    public async Task ClosesAt_EndsVotingOnline_AndNobodyClosesEarlier_ButPaperIsTypedInAfterwards()
    {
        var (register, owners) = await world.Register([60m, 40m]);
        var (account, second) = (await world.Account(owners[0]), world.Somebody(Role.CommitteeStaff));
        var vote = await world.OwnersVote(register, closesAt: world.Clock.GetUtcNow().AddSeconds(20));
        Refused(409, "vote.still-runs", await world.Close(vote));

        world.Clock.Pass(TimeSpan.FromSeconds(30)); // A moment: other tests live by this clock too.

        Refused(409, "vote.is-closed", await world.Cast(vote, account, "For"));
        await Must(world.Paper(vote, "P1", "1-102", "For"));
        await Must(world.Paper(vote, "P1", "1-102", "For", second));
        Assert.Equal(1, (int)(await Must(world.Close(vote)))!["byOwners"]!["byNumber"]!["for"]!);
    }

    [Fact]
    public async Task OpensAt_IsWaitedFor_AndAMeetingIsNotLeftWithAVoteOpen()
    {
        var (register, owners) = await world.Register([60m]);
        var account = await world.Account(owners[0]);
        var (body, _) = await world.Body();
        var meeting = await world.Planned(body);
        var item = await world.FirstItem(meeting);
        object Asked(object? closes = null) => new { method = "Owners", matter = "Ordinary", registerId = register, opensAt = world.Clock.GetUtcNow().AddHours(4), closesAt = closes };
        Refused(409, "vote.meeting-not-announced", await world.Post($"/{meeting}/items/{item}/votes", Asked()));
        await Must(world.Post($"/{meeting}/convene", new { }));
        Refused(400, "vote.closes-before-it-opens", await world.Post($"/{meeting}/items/{item}/votes", Asked(world.Clock.GetUtcNow().AddHours(3))));
        var vote = Guid.Parse((string)(await Must(world.Post($"/{meeting}/items/{item}/votes", Asked())))!["voteId"]!);

        Refused(409, "vote.not-open-yet", await world.Cast((meeting, vote), account, "For"));
        Assert.Equal("vote.not-open-yet", (string)(await world.Get($"/{meeting}/votes/{vote}/ballot", account))["whyNot"]!);
        Refused(409, "item.vote-is-open", await world.Post($"/{meeting}/cancel", new { reason = "台风" }));
        Refused(409, "item.vote-is-open", await world.Post($"/{meeting}/items/{item}/take-off"));
    }

    [Fact]
    public async Task OwnersVote_WithoutARegister_OrSecret_OrWithoutAMatter_IsRefused()
    {
        var (body, _) = await world.Body(area: world.Grid2);
        var meeting = await world.Planned(body);
        await Must(world.Post($"/{meeting}/convene", new { }));
        var votes = $"/{meeting}/items/{await world.FirstItem(meeting)}/votes";

        Refused(409, "vote.no-register", await world.Post(votes, new { method = "Owners", matter = "Ordinary" }));
        Refused(400, "vote.does-not-fit", await world.Post(votes, new { method = "Owners", matter = "Ordinary", secret = true }));
        Refused(400, "vote.does-not-fit", await world.Post(votes, new { method = "Owners" }));
    }

    [Fact]
    public async Task Resolution_AfterThePassedVoteOfOwners_NeedsNoQuorumOfTheBody()
    {
        var (register, owners) = await world.Register([60m]);
        var vote = await world.OwnersVote(register);
        await Must(world.Cast(vote, await world.Account(owners[0]), "For"));
        await Must(world.Close(vote));
        var item = await world.FirstItem(vote.Meeting);

        Refused(409, "meeting.not-in-session", await world.Post($"/{vote.Meeting}/items/{item}/resolution", new { text = "同意" }));
        await Must(world.Post($"/{vote.Meeting}/open"));
        Assert.Equal(201, (await world.Post($"/{vote.Meeting}/items/{item}/resolution", new { text = "同意" })).Status);
    }

    [Fact]
    public async Task MyVotes_AreThoseOfMyRegister_AndSayWhetherIVoted()
    {
        var (register, owners) = await world.Register([88.88m]);
        var account = await world.Account(owners[0]);
        var vote = await world.OwnersVote(register);

        var mine = Assert.Single((await world.Get("/my-votes", account))["items"]!.AsArray())!;
        Assert.Equal((vote.Vote.ToString(), false, "楼道灯"), ((string)mine["voteId"]!, (bool)mine["voted"]!, (string)mine["title"]!));
        Assert.Empty((await world.Get("/my-votes", world.Somebody(Role.Resident)))["items"]!.AsArray());
        await Must(world.Cast(vote, account, "For"));

        Assert.True((bool)(await world.Get("/my-votes", account))["items"]![0]!["voted"]!);
        var ballot = await world.Get($"/{vote.Meeting}/votes/{vote.Vote}/ballot", account);
        Assert.Equal(("For", "1-101", 8888, true), ((string)ballot["choice"]!, (string)ballot["units"]![0]!, (int)ballot["area"]!, (bool)ballot["mayCast"]!));
    }

    [Fact]
    public async Task Names_AreForKeepers_OnRecord_AndMaskedForOtherReaders()
    {
        var (register, _) = await world.Register([60m]);
        var vote = await world.OwnersVote(register);
        var officer = world.Somebody(Role.StreetOfficer);
        string Door(string what) => $"/{vote.Meeting}/votes/{vote.Vote}/{what}";

        Assert.Equal("业**", (string)(await world.Get(Door("owners"), officer))["items"]![0]!["names"]!);
        Assert.Equal("业主1", (string)(await world.Get(Door("owners?voted=false")))["items"]![0]!["names"]!);
        Assert.Empty((await world.Get(Door("owners?voted=true")))["items"]!.AsArray());
        Assert.True(await world.In(world.Ours, db => db.Audits.AnyAsync(x => x.Subject == "OwnerRegister.Owners" && x.SubjectId == register && x.ActorId == world.Staff)));
        Refused(403, "auth.no-right", await world.Send(HttpMethod.Get, $"/registers/{register}/owners", by: officer));
        Refused(403, "rights.outside-your-area", await world.Send(HttpMethod.Get, Door("owners"), by: world.Somebody(Role.CommitteeStaff, Guid.CreateVersion7(), "310113008/009/")));
    }

    [Fact]
    public async Task Owners_ManyAtOnce_WhileTheVoteCloses_AreCountedOrRefused_NeverLost()
    {
        var (register, owners) = await world.Register([.. Enumerable.Range(1, 20).Select(x => (decimal)x)]);
        var accounts = new List<Guid>();
        foreach (var owner in owners) accounts.Add(await world.Account(owner));
        var vote = await world.OwnersVote(register);

        var ballots = accounts.Select(x => world.Cast(vote, x, "For")).ToList();
        await Task.WhenAny(ballots);
        var closed = await Must(world.Close(vote));
        var answers = await Task.WhenAll(ballots);

        Assert.Equal(answers.Count(x => x.Status == 204), (int)closed!["byOwners"]!["byNumber"]!["for"]!);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "vote.is-closed", x));
        Assert.True((bool)(await world.Get($"/{vote.Meeting}/votes/{vote.Vote}"))["agrees"]!);
    }

    [Fact]
    public async Task Paper_TypedByTwoAtOnce_AndItsOwnerOnlineAtTheSameTime_IsOneBallot()
    {
        var (register, owners) = await world.Register([60m, 50m]);
        var (account, second) = (await world.Account(owners[0]), world.Somebody(Role.CommitteeStaff));
        var vote = await world.OwnersVote(register);

        var answers = await Task.WhenAll(world.Paper(vote, "P1", "1-101", "For"), world.Paper(vote, "P1", "1-101", "For", second), world.Cast(vote, account, "For"));

        Assert.All(answers[..2], x => Assert.Equal(200, x.Status));
        var state = (string)(await world.Get($"/{vote.Meeting}/votes/{vote.Vote}/papers"))["items"]![0]!["state"]!;
        Assert.True(state == (answers[2].Status == 204 ? "Conflict" : "Counted"), $"{state} {answers[2].Status}");
        Assert.Equal(1, (int)(await world.Get($"/{vote.Meeting}/votes/{vote.Vote}"))["recountByOwners"]!["byNumber"]!["takingPart"]!);
    }

    [Fact]
    public async Task Ballots_CannotBeRewritten_ByTheServicesOwnAccount()
    {
        foreach (var table in (string[])["ballots", "counted_ballots", "voter_marks", "paper_entries", "vote_options", "recusals", "recusal_lifts", "carried_steps"])
            Assert.Equal("false", await Text($"SELECT has_table_privilege('{new Npgsql.NpgsqlConnectionStringBuilder(world.Database.Connections.App).Username}', '{table}', 'UPDATE, DELETE')::text"));
    }

    private async Task<string> Text(string sql)
    {
        await using var super = Npgsql.NpgsqlDataSource.Create(world.Database.Super);
        await using var command = super.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private Task<(int Status, JsonNode? Body)> Decide((Guid Meeting, Guid Vote) vote, JsonNode paper, bool counts) =>
        world.Post($"/{vote.Meeting}/votes/{vote.Vote}/papers/{(string)paper["id"]!}/decide", new { counts, reason = "废票" });

    private static (int Whole, int TakingPart, int For, int Against) Of(JsonNode measure) =>
        ((int)measure["whole"]!, (int)measure["takingPart"]!, (int)measure["for"]!, (int)measure["against"]!);
}
