using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class VoteMethodTests(MeetingsWorld world)
{
    private static readonly string[] Gardens = ["花园", "停车位", "健身角"];

    [Fact]
    public async Task RankedChoice_IsShownRoundByRound()
    {
        var (at, members) = await Open(5, new { options = Gardens });
        foreach (var (who, ranking) in members.Zip((int[][])[[1], [1], [2, 3], [3, 2], [3]])) await Must(Rank(at, who, ranking));
        await Must(Rank(at, members[4], [3, 2]));

        var closed = await Must(world.Close(at));

        // 2 has the fewest; its ballot goes to 3, which has 3 of 5.
        Assert.Equal(("RankedChoice", true, 3), ((string)closed!["method"]!, (bool)closed["passed"]!, (int)closed["ranked"]!["winner"]!));
        Assert.Equal([2, null], closed["ranked"]!["rounds"]!.AsArray().Select(x => (int?)x!["eliminated"]));
        var view = await world.Get($"/{at.Meeting}/votes/{at.Vote}");
        Assert.True((bool)view["agrees"]!);
        Assert.Equal(5, (int)view["vote"]!["cast"]!);
    }

    [Theory]
    [InlineData("""{"choice":"For"}""")]
    [InlineData("""{"ranking":[4]}""")]
    [InlineData("""{"ranking":[0]}""")]
    [InlineData("""{"ranking":[1,1]}""")]
    [InlineData("{}")]
    public async Task Ballot_ThatDoesNotFitARankedChoice_IsRefused(string ballot)
    {
        var (at, members) = await Open(1, new { options = Gardens });

        Refused(400, "vote.ballot-does-not-fit", await world.Post($"/{at.Meeting}/votes/{at.Vote}/ballots", JsonNode.Parse(ballot), members[0]));
    }

    [Theory]
    [InlineData("""{"options":["只有一个"]}""")]
    [InlineData("""{"options":["同","同"]}""")]
    [InlineData("""{"options":["好",null]}""")]
    [InlineData("""{"method":"RankedChoice"}""")]
    [InlineData("""{"method":"Simple","options":["甲","乙"]}""")]
    [InlineData("""{"method":"Simple","matter":"Special"}""")]
    public async Task OpenVote_ThatDoesNotFitItsMethod_IsRefused(string asked)
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);

        Refused(400, "vote.does-not-fit", await world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/votes", JsonNode.Parse(asked)));
    }

    [Fact]
    public async Task Method_OfTheVote_GoesBeforeTheRules()
    {
        var (at, members) = await Open(3, new { method = "TwoThirds" });
        foreach (var (who, choice) in members.Zip((string[])["For", "Against", "Against"])) await Must(world.Cast(at, who, choice));

        Assert.Equal(("TwoThirds", false), ((string)(await Must(world.Close(at)))!["method"]!, (bool)(await world.Get($"/{at.Meeting}"))["items"]![0]!["votes"]![0]!["passed"]!));
    }

    [Fact]
    public async Task Secret_WhoVotedIsKnown_WhatIsNot_AndTheReceiptAloneFindsAndChangesIt()
    {
        var (at, members) = await Open(3, new { secret = true });
        var (mine, theirs) = (Receipt(), Receipt());
        Refused(400, "vote.receipt-needed", await Secretly(at, members[0], "For", "short"));
        await Must(Secretly(at, members[0], "Against", mine));
        await Must(Secretly(at, members[1], "For", theirs));
        Refused(409, "vote.receipt-taken", await Secretly(at, members[2], "For", theirs));
        Refused(409, "vote.receipt-unknown", await Secretly(at, members[0], "For", Receipt()));
        await Must(Secretly(at, members[0], "For", mine));
        Refused(409, "vote.own-ballot-only", await world.Post($"/{at.Meeting}/votes/{at.Vote}/ballots", new { choice = "For", personId = members[2], receipt = Receipt() }));

        var open = await world.Get($"/{at.Meeting}/votes/{at.Vote}");
        Assert.Equal((2, 0, 2), (open["voters"]!.AsArray().Count, open["counted"]!.AsArray().Count, (int)open["vote"]!["cast"]!));
        Assert.True(open["recount"] is null && open["ballots"]!.AsArray().Count == 0);
        Assert.Equal("For", (string)(await Must(Find(at, members[0], mine)))!["choice"]!);
        Assert.Equal((true, true), ((bool)(await world.Get($"/{at.Meeting}/votes/{at.Vote}/ballot", members[0]))["voted"]!, (await world.Get($"/{at.Meeting}/votes/{at.Vote}/ballot", members[0]))["choice"] is null));

        var closed = await Must(world.Close(at));
        Assert.Equal((2, 0, true), ((int)closed!["for"]!, (int)closed["against"]!, (bool)closed["passed"]!));
        var view = await world.Get($"/{at.Meeting}/votes/{at.Vote}");
        Assert.True((bool)view["agrees"]!);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mine))), view["counted"]!.AsArray().Select(x => (string?)x!["mark"]));
        Assert.True((bool)(await Must(Find(at, members[0], mine)))!["counted"]!);
        Refused(409, "vote.receipt-unknown", await Find(at, members[0], Receipt()));
    }

    [Fact]
    public async Task Secret_NothingInTheDatabase_LeadsFromAVoterToABallot_OnceItIsClosed()
    {
        var (at, members) = await Open(8, new { secret = true });
        foreach (var who in members) await Must(Secretly(at, who, "For", Receipt()));
        await Must(world.Close(at));

        await using var super = Npgsql.NpgsqlDataSource.Create(world.Database.Super);
        // All rows of the box were written by one transaction, none by a voter's; and the box itself is empty.
        Assert.Equal(1L, await Number(super, $"SELECT count(DISTINCT xmin::text) FROM counted_ballots WHERE vote_id = '{at.Vote}'"));
        Assert.Equal(0L, await Number(super, $"SELECT count(*) FROM counted_ballots c JOIN voter_marks v ON v.xmin = c.xmin WHERE c.vote_id = '{at.Vote}'"));
        Assert.Equal(0L, await Number(super, $"SELECT count(*) FROM sealed_ballots WHERE vote_id = '{at.Vote}'"));
        // No column knows a person or a time, and the ids are of the random kind: version 7 begins with the time.
        Assert.Equal(0L, await Number(super, "SELECT count(*) FROM information_schema.columns WHERE table_name IN ('sealed_ballots', 'counted_ballots') AND (column_name LIKE '%person%' OR column_name LIKE '%entered%' OR data_type LIKE 'timestamp%')"));
        var ids = await world.In(world.Ours, db => db.CountedBallots.Where(x => x.VoteId == at.Vote).Select(x => x.Id).ToListAsync());
        Assert.True(ids.Select(x => x.ToString()[..8]).Distinct().Count() == 8, "ids that begin alike tell when they were made");
    }

    [Fact]
    public async Task Secret_IsTheDefault_WhereTheRulesSayIt_AndPaperIsCountedAmongIt()
    {
        var (body, members) = await world.Body(3, new { shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 0, secretBallot = true });
        var meeting = await world.InSession(body, members);
        var at = (meeting, await world.OpenVote(meeting, await world.FirstItem(meeting)));
        var second = world.Somebody(Role.CommitteeStaff);
        string Door(string what) => $"/{at.Item1}/votes/{at.Item2}/{what}";
        await Must(Secretly(at, members[0], "For", Receipt()));

        Refused(409, "vote.voted-already", await world.Post(Door("paper-voters"), new { personId = members[0] }));
        foreach (var by in new[] { world.Staff, second }) await Must(world.Paper(at, "S1", null, "For", by));
        Refused(409, "vote.more-papers-than-voters", await world.Close(at));
        await Must(world.Post(Door("paper-voters"), new { personId = members[1] }));
        Refused(409, "vote.voted-on-paper", await Secretly(at, members[1], "For", Receipt()));

        Assert.Equal(2, (int)(await Must(world.Close(at)))!["for"]!);
        Assert.True((bool)(await world.Get($"/{at.Item1}/votes/{at.Item2}"))["agrees"]!);
    }

    [Fact]
    public async Task Paper_InAnOpenVoteOfTheRoom_IsRefused()
    {
        var (at, members) = await Open(2, new { secret = false });

        Refused(409, "vote.no-paper", await world.Paper(at, "P1", null, "For"));
        Refused(409, "vote.no-paper", await world.Post($"/{at.Meeting}/votes/{at.Vote}/paper-voters", new { personId = members[0] }));
    }

    [Fact]
    public async Task Secret_OfOnePersonFromManyPhones_IsOneBallot()
    {
        var (at, members) = await Open(1, new { secret = true });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Secretly(at, members[0], "For", Receipt())));

        Assert.Single(answers, x => x.Status == 204);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "vote.receipt-unknown", x));
        Assert.Equal(1, (int)(await Must(world.Close(at)))!["for"]!);
    }

    [Fact]
    public async Task Recusal_IsLiftedByAnother_BeforeAVote_AndNotAfterOneUnderIt()
    {
        var convenor = world.Somebody(Role.Convenor);
        var (body, members) = await world.Body(3, also: convenor);
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        var recusals = $"/{meeting}/items/{item}/recusals";
        await Must(world.Post(recusals, new { kind = "StaysOut", reason = "承包人是我亲戚" }, members[0]));
        await Must(world.Post(recusals, new { kind = "StaysOut", reason = "同上" }, convenor));
        var rows = (await world.Get($"/{meeting}"))["items"]![0]!["recusals"]!.AsArray().ToDictionary(x => (string)x!["personId"]!, x => (string)x!["id"]!);
        string Lift(Guid person) => $"{recusals}/{rows[person.ToString()]}/lift";

        Refused(403, "recusal.yours", await world.Post(Lift(convenor), new { reason = "我想投" }, convenor));
        Refused(404, "not-found", await world.Post($"{recusals}/{Guid.CreateVersion7()}/lift", new { reason = "没有" }));
        await Must(world.Post(Lift(members[0]), new { reason = "承包人换了" }, convenor));
        Refused(409, "recusal.lifted-already", await world.Post(Lift(members[0]), new { reason = "再来" }));
        var lifted = (await world.Get($"/{meeting}"))["items"]![0]!["recusals"]!.AsArray().Single(x => (string)x!["personId"]! == members[0].ToString())!;
        Assert.Equal(("承包人换了", true), ((string)lifted["liftReason"]!, lifted["liftedAt"] is not null));

        var vote = await world.OpenVote(meeting, item);
        await Must(world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, members[0]));
        Refused(409, "vote.recused", await world.Post($"/{meeting}/votes/{vote}/ballots", new { choice = "For" }, convenor));
        Refused(409, "recusal.voted-under", await world.Post(Lift(convenor), new { reason = "太迟了" }));
        await Must(world.Post($"/{meeting}/votes/{vote}/close"));

        // What was lifted can be said again.
        await Must(world.Post(recusals, new { kind = "StaysOut", reason = "又是亲戚" }, members[0]));
    }

    [Fact]
    public async Task Recused_DoesNotVote_AndAnInterestBarsWhereTheRulesSaySo()
    {
        foreach (var (bars, kind) in new[] { (true, "StaysOut"), (false, "Interest"), (true, "Interest") })
        {
            var (body, members) = await world.Body(3, new { shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 0, recusal = bars && kind is "Interest" });
            var meeting = await world.InSession(body, members);
            var item = await world.FirstItem(meeting);
            var recusals = $"/{meeting}/items/{item}/recusals";
            Refused(409, "meeting.not-on-roll", await world.Post(recusals, new { kind, reason = "承包人是我亲戚" }, world.Somebody(Role.Resident)));
            Refused(403, "rights.outside-your-area", await world.Post(recusals, new { kind, reason = "他是承包人", personId = members[1] }, members[0]));
            await Must(world.Post(recusals, new { kind, reason = "承包人是我亲戚" }, members[0]));
            Refused(409, "recusal.twice", await world.Post(recusals, new { kind, reason = "再说一次", personId = members[0] }));
            var at = (meeting, await world.OpenVote(meeting, item));
            Refused(409, "item.vote-is-open", await world.Post(recusals, new { kind, reason = "太迟了", personId = members[1] }));

            var answer = await world.Cast(at, members[0], "For");

            if (bars) Refused(409, "vote.recused", answer);
            else Assert.Equal(204, answer.Status);
            Assert.Equal("承包人是我亲戚", (string)(await world.Get($"/{meeting}"))["items"]![0]!["recusals"]![0]!["reason"]!);
            Assert.Null((await world.Get($"/{meeting}", world.Somebody(Role.Resident)))["items"]![0]!["recusals"]);
        }
    }

    [Fact]
    public async Task Export_OfAnOpenVote_HasNames_AndOfASecretOneNone()
    {
        foreach (var secret in new[] { false, true })
        {
            var (at, members) = await Open(2, new { secret });
            foreach (var who in members) await Must(secret ? Secretly(at, who, "For", Receipt()) : world.Cast(at, who, "For"));
            await Must(world.Close(at));

            using var http = world.As(world.Staff);
            using var sheet = new MemoryStream(await http.GetByteArrayAsync(new Uri($"/api/v1/meetings/{at.Meeting}/votes/{at.Vote}/export", UriKind.Relative)));
            var rows = sheet.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();

            Assert.Equal(2, rows.Count);
            Assert.All(rows, x => Assert.Equal("同意", x["意见"]));
            Assert.Equal(!secret, rows[0].ContainsKey("姓名"));
        }
    }

    private async Task<((Guid Meeting, Guid Vote), Guid[])> Open(int members, object asked)
    {
        var (body, all) = await world.Body(members);
        var meeting = await world.InSession(body, all);
        var opened = await Must(world.Post($"/{meeting}/items/{await world.FirstItem(meeting)}/votes", asked));
        return ((meeting, Guid.Parse((string)opened!["voteId"]!)), all);
    }

    private Task<(int Status, JsonNode? Body)> Rank((Guid Meeting, Guid Vote) at, Guid who, int[] ranking) => world.Post($"/{at.Meeting}/votes/{at.Vote}/ballots", new { ranking }, who);

    private Task<(int Status, JsonNode? Body)> Secretly((Guid Meeting, Guid Vote) at, Guid who, string choice, string receipt) =>
        world.Post($"/{at.Meeting}/votes/{at.Vote}/ballots", new { choice, receipt }, who);

    private Task<(int Status, JsonNode? Body)> Find((Guid Meeting, Guid Vote) at, Guid who, string receipt) => world.Post($"/{at.Meeting}/votes/{at.Vote}/find-ballot", new { receipt }, who);

    private static string Receipt() => Convert.ToHexString(RandomNumberGenerator.GetBytes(10));

    private static async Task<long> Number(Npgsql.NpgsqlDataSource super, string sql)
    {
        await using var command = super.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
