using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Worlds;
using Xunit;
using static Platform.Meetings.Tests.ConvenorVerbs;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>How a convenor is found, decided on, appointed.</summary>
[Collection(DaysPass.Name)]
public sealed class ConvenorTests(MeetingsWorld world)
{
    [Fact]
    public async Task FromAVisitToACertificate_ThePeopleOfTheBodyGetATrainedConvenor()
    {
        var (body, members) = await world.Body();
        var (person, secretary) = (world.Somebody(Role.Resident), world.Secretary());
        var candidate = await world.Proposed(body, person);
        Refused(409, "candidate.nothing-gathered", await world.Post($"/candidates/{candidate}/vet"));
        await Must(world.Post($"/candidates/{candidate}/visits", new { on = Day(world.Today), visitors = "书记", notes = "在家" }));
        await Must(world.Post($"/candidates/{candidate}/statements", new { words = "我信得过他" }, members[0]));
        await Must(world.Post($"/candidates/{candidate}/statements", new { words = "办事公道", speaker = "12号楼李阿姨" }));
        await Must(world.Post($"/candidates/{candidate}/vet"));
        await Must(world.Post($"/candidates/{candidate}/decide", Decision(true), secretary));
        var last = (string)(await Must(world.Post($"/candidates/{candidate}/publicise", new { })))!["noticeTo"]!;
        Assert.Equal(Day(world.Today.AddDays(7)), last); // As the body's rules have it.
        Refused(409, "candidate.notice-runs", await world.Post($"/candidates/{candidate}/appoint", new { to = Day(world.Today.AddYears(1)) }, secretary));

        var appointed = await world.Later(TimeSpan.FromDays(8), async () =>
        {
            Refused(400, "term.ends-before-it-begins", await world.Post($"/candidates/{candidate}/appoint", new { to = Day(world.Today.AddDays(-1)) }, secretary));
            await Must(world.Post($"/candidates/{candidate}/appoint", new { to = Day(world.Today.AddYears(1)) }, secretary));
            return await world.Says<ConvenorAppointed>(x => x.SubjectId == candidate);
        });
        var (workshop, _, number) = await world.Certified(person);

        Assert.Equal((person, body, world.Neighbourhood, world.Today.AddDays(8)), (appointed.PersonId, appointed.BodyId, appointed.AreaId, appointed.From));
        Assert.Equal((person, 150), await Told(await world.Says<TrainingCompleted>(x => x.WorkshopId == workshop)));
        var entry = Assert.Single((await world.Get($"/roster?body={body}&role=Convenor&trained=true"))["items"]!.AsArray())!;
        Assert.Equal((candidate.ToString(), "Active", true), ((string)entry["candidateId"]!, (string)entry["state"]!, (bool)entry["trained"]!));
        Assert.True((bool)(await Public($"certificates/{number}"))!["valid"]!);

        static Task<(Guid, int)> Told(TrainingCompleted x) => Task.FromResult((x.PersonId, x.Minutes));
    }

    [Fact]
    public async Task Propose_WithoutARefereeOrAWayToReachThem_OrTwice_IsRefused()
    {
        var (body, _) = await world.Body();
        var person = world.Somebody(Role.Resident);
        Refused(400, "candidate.no-referee", await world.Post($"/bodies/{body}/candidates", new { source = "Recommendation", personId = person, name = "王建国", words = "好" }));
        Refused(400, "candidate.unreachable", await world.Post($"/bodies/{body}/candidates", new { source = "Visit", name = "王建国", words = "好" }));
        Refused(400, "phone.invalid", await world.Post($"/bodies/{body}/candidates", new { source = "Visit", name = "王建国", phone = "12", words = "好" }));

        await Must(world.Post($"/bodies/{body}/candidates", new { source = "Recommendation", personId = person, name = "王建国", referee = "李阿姨", words = "好" }));
        Refused(409, "candidate.already-proposed", await world.Post($"/bodies/{body}/self-nominations", new { name = "王建国", words = "我来" }, person));
    }

    [Fact]
    public async Task Nominate_MyselfFromOutsideTheArea_IsRefused_AndFromWithinIsSeenByMe()
    {
        var (body, _) = await world.Body(area: world.Grid1);
        var outsider = world.Somebody(Role.Resident, world.Building21, PlacesWorld<Program, Data.MeetingsDb>.Grid2Path + "21/");
        var neighbour = world.Somebody(Role.Resident, world.Building12, PlacesWorld<Program, Data.MeetingsDb>.Grid1Path + "12/");

        Refused(403, "rights.outside-your-area", await world.Post($"/bodies/{body}/self-nominations", new { name = "李四", words = "我来" }, outsider));
        var candidate = Id(await Must(world.Post($"/bodies/{body}/self-nominations", new { name = "李四", words = "我来" }, neighbour)));

        Assert.Equal(candidate.ToString(), (string)Assert.Single((await world.Get("/candidates/mine", neighbour))["items"]!.AsArray())!["id"]!);
        Assert.Contains((await world.Get($"/candidates?body={body}&source=SelfNomination&state=Proposed&decided=false"))["items"]!.AsArray(), x => (string)x!["id"]! == $"{candidate}");
        Refused(403, "rights.outside-your-area", await world.Post($"/candidates/{candidate}/withdraw", new { reason = "不想了" }, outsider));
        await Must(world.Post($"/candidates/{candidate}/withdraw", new { reason = "身体原因" }, neighbour));
        Refused(409, "candidate.cannot-move", await world.Post($"/candidates/{candidate}/withdraw", new { reason = "身体原因" }, neighbour));
    }

    [Fact]
    public async Task Phone_OfACandidateWithoutAnAccount_IsKeptEncrypted_AndReadOnRecord()
    {
        var (body, _) = await world.Body();
        var candidate = Id(await Must(world.Post($"/bodies/{body}/candidates", new { source = "Visit", name = "赵六", phone = "138 0013 8000", words = "好" })));

        var kept = await world.In(world.Ours, db => db.Candidates.Where(x => x.Id == candidate).Select(x => x.Phone).SingleAsync());
        Assert.DoesNotContain("13800138000", kept, StringComparison.Ordinal);
        Assert.Equal("+8613800138000", (string)(await world.Get($"/candidates/{candidate}/phone"))["phone"]!);
        Assert.True(await world.In(world.Ours, db => db.Audits.AnyAsync(x => x.SubjectId == candidate && x.Subject == "Candidate.Phone")));

        await Must(world.Send(HttpMethod.Put, $"/candidates/{candidate}/person", new { personId = world.Somebody(Role.Resident) }));
        Assert.Null((string?)(await world.Get($"/candidates/{candidate}/phone"))["phone"]);
        Refused(409, "candidate.known-already", await world.Send(HttpMethod.Put, $"/candidates/{candidate}/person", new { personId = Guid.CreateVersion7() }));
    }

    [Fact]
    public async Task Gather_ForTheFuture_OrAfterTheDecision_OrAboutOneself_IsRefused()
    {
        var (body, _) = await world.Body();
        var self = world.Somebody(Role.CommitteeStaff);
        var candidate = await world.Proposed(body, self);

        Refused(400, "candidate.visit-to-come", await world.Post($"/candidates/{candidate}/visits", new { on = Day(world.Today.AddDays(1)), visitors = "书记", notes = "约好了" }));
        Refused(403, "candidate.not-yourself", await world.Post($"/candidates/{candidate}/statements", new { words = "我很好" }, self));
        Refused(403, "rights.outside-your-area", await world.Post($"/candidates/{candidate}/statements", new { words = "代写", speaker = "别人" }, world.Somebody(Role.Resident)));
        var mine = await world.Get($"/candidates/{candidate}", self);
        Assert.Null(mine["visits"]);
        Assert.True((bool)mine["isMine"]!);
        var decided = await world.Accepted(body);
        Refused(409, "candidate.decided-already", await world.Post($"/candidates/{decided}/statements", new { words = "晚了" }));
    }

    [Fact]
    public async Task Decide_AboutOneself_OrElsewhere_IsRefused()
    {
        var (body, _) = await world.Body();
        var self = world.Secretary();
        var candidate = await world.Vetted(body, self);

        Refused(403, "candidate.not-yourself", await world.Post($"/candidates/{candidate}/decide", Decision(true), self));
        Refused(403, "rights.outside-your-area", await world.Post($"/candidates/{candidate}/decide", Decision(true),
            world.Somebody(Role.BranchSecretary, world.Grid1, PlacesWorld<Program, Data.MeetingsDb>.Grid1Path)));
        await Must(world.Post($"/candidates/{candidate}/decide", Decision(false), world.Secretary()));

        Assert.Equal("Rejected", await world.State(candidate));
        Refused(409, "candidate.cannot-move", await world.Post($"/candidates/{candidate}/publicise", new { days = 3 }));
    }

    [Fact]
    public async Task Notice_ShowsTheNameAsAgreed_WhileItRuns_AndNoOtherWord()
    {
        var (body, _) = await world.Body();
        var (open, shy) = (await world.Publicised(body), await world.Publicised(body, showsName: false));

        Assert.Equal("王建国", (string)(await Public($"candidates/{open}"))!["name"]!);
        var masked = (await Public($"candidates/{shy}"))!;
        Assert.Equal(("王**", null), ((string)masked["name"]!, (string?)masked["words"]));
        Assert.Contains((await Public("candidates?limit=100"))!["items"]!.AsArray(), x => (string)x!["id"]! == $"{open}");
        Assert.Null(await world.Later(TimeSpan.FromDays(4), () => Public($"candidates/{open}")));
        Assert.Null(await Public($"candidates/{await world.Accepted(body)}"));
    }

    [Fact]
    public async Task Objection_StandsInTheWay_UntilItIsAnswered_AndForGoodWhereItIsUpheld()
    {
        var (body, members) = await world.Body();
        var (candidate, secretary) = (await world.Publicised(body), world.Secretary());
        var objection = Id(await Must(world.Post($"/candidates/{candidate}/objections", new { words = "他不住这里" }, members[0])));
        Refused(409, "candidate.objected-already", await world.Post($"/candidates/{candidate}/objections", new { words = "再说一遍" }, members[0]));
        var second = Id(await Must(world.Post($"/candidates/{candidate}/objections", new { words = "太忙" }, members[1])));
        var appointment = new { to = Day(world.Today.AddYears(1)) };

        await world.Later(TimeSpan.FromDays(4), async () =>
        {
            Refused(409, "candidate.no-notice", await world.Post($"/candidates/{candidate}/objections", new { words = "晚了" }, members[2]));
            Refused(409, "candidate.objection-open", await world.Post($"/candidates/{candidate}/appoint", appointment, secretary));
            await Must(world.Post($"/candidates/{candidate}/objections/{objection}/answer", new { upheld = false, reason = "查过，住13号楼" }, secretary));
            Refused(409, "candidate.answered-already", await world.Post($"/candidates/{candidate}/objections/{objection}/answer", new { upheld = true, reason = "又查" }, secretary));
            Refused(409, "candidate.objection-open", await world.Post($"/candidates/{candidate}/appoint", appointment, secretary));
            Refused(409, "candidate.cannot-move", await world.Post($"/candidates/{candidate}/decide", Decision(false), secretary));
            await Must(world.Post($"/candidates/{candidate}/objections/{second}/answer", new { upheld = true, reason = "本人也这么说" }, secretary));
            Refused(409, "candidate.objection-upheld", await world.Post($"/candidates/{candidate}/appoint", appointment, secretary));
            return await Must(world.Post($"/candidates/{candidate}/decide", Decision(false), secretary));
        });

        Assert.Equal("Rejected", await world.State(candidate));
    }

    [Fact]
    public async Task Appoint_SomebodyWhoseAccountNobodyKnows_IsRefused()
    {
        var (body, _) = await world.Body();
        var candidate = Id(await Must(world.Post($"/bodies/{body}/candidates", new { source = "Visit", name = "赵六", phone = "13800138001", words = "好" })));
        await Must(world.Post($"/candidates/{candidate}/visits", new { on = Day(world.Today), visitors = "书记", notes = "在家" }));
        await Must(world.Post($"/candidates/{candidate}/vet"));
        await Must(world.Post($"/candidates/{candidate}/decide", Decision(true), world.Secretary()));
        await Must(world.Post($"/candidates/{candidate}/publicise", new { days = 1 }));

        Refused(409, "candidate.no-account", await world.Later(TimeSpan.FromDays(2), () =>
            world.Post($"/candidates/{candidate}/appoint", new { to = Day(world.Today.AddYears(1)) }, world.Secretary())));
    }

    [Fact]
    public async Task Terms_AreRenewedOneAfterTheOther_AndCutShortTogether()
    {
        var (body, _) = await world.Body();
        var (candidate, secretary) = (await world.Appointed(body), world.Secretary());
        Refused(409, "term.overlaps", await world.Post($"/candidates/{candidate}/renew", new { from = Day(world.Today.AddDays(30)), to = Day(world.Today.AddYears(2)) }, secretary));
        await Must(world.Post($"/candidates/{candidate}/renew", new { to = Day(world.Today.AddYears(2)) }, secretary));
        Assert.Equal(Day(world.Today.AddYears(2)), (string)Assert.Single((await world.Get($"/roster?body={body}"))["items"]!.AsArray())!["to"]!);

        await Must(world.Post($"/candidates/{candidate}/end", new { reason = "调离", lastDay = Day(world.Today.AddDays(20)) }, secretary));

        var terms = (await world.Get($"/candidates/{candidate}"))["terms"]!.AsArray().Select(x => Guid.Parse((string)x!["id"]!)).ToList();
        Assert.Equal(2, terms.Count);
        foreach (var term in terms) Assert.Equal(world.Today.AddDays(20), (await world.Says<ConvenorEnded>(x => x.TermId == term)).LastDay);
        Assert.Equal("Ended", (string)Assert.Single((await world.Get($"/roster?body={body}"))["items"]!.AsArray())!["state"]!);
        Refused(409, "candidate.cannot-move", await world.Post($"/candidates/{candidate}/renew", new { to = Day(world.Today.AddYears(3)) }, secretary));
    }

    [Fact]
    public async Task Numbers_AreWhatTheListsShow()
    {
        var (body, _) = await world.Body(area: world.Building13);
        var path = $"?area={world.Building13}";
        var before = await world.Get($"/convenors/numbers{path}");
        await world.Proposed(body);
        await world.Later(TimeSpan.FromDays(0), async () => await world.Appointed(body));

        var now = await world.Later(TimeSpan.FromDays(5), () => world.Get($"/convenors/numbers{path}"));

        Assert.Equal(2, Visits(now) - Visits(before));
        Assert.Equal(Visits(now), (await world.Get($"/candidates{path}&source=Visit&limit=100"))["items"]!.AsArray().Count);
        Assert.Equal((1, 0), ((int)now["seatsFilled"]!, (int)now["trained"]!));
        Assert.Equal(1, (int)now["decided"]!);
        Assert.Equal(0, (double)now["daysToDecision"]!);

        static int Visits(JsonNode numbers) => (int)numbers["candidates"]!.AsArray().Single(x => (string)x!["source"]! == "Visit")!["count"]!;
    }

    [Fact]
    public async Task PersonErased_LeavesNoNameOrWord_AndEndsWhatHadNotEnded()
    {
        var (body, _) = await world.Body();
        var (person, speaker) = (world.Somebody(Role.Resident), world.Somebody(Role.Resident));
        var (_, certificate, number) = await world.Certified(person);
        var convenor = await world.Appointed(body, person);
        var another = await world.Proposed((await world.Body()).Id, person);
        var heard = await world.Proposed(body);
        await Must(world.Post($"/candidates/{heard}/statements", new { words = "我信得过他" }, speaker));

        await world.Deliver(world.Fact(new PersonErased(), person));
        await world.Deliver(world.Fact(new PersonErased(), speaker));

        var view = await world.Get($"/candidates/{convenor}");
        Assert.Equal(("Ended", "", ""), ((string)view["state"]!, (string)view["name"]!, (string)view["visits"]![0]!["notes"]!));
        Assert.Equal("Withdrawn", await world.State(another));
        Assert.Equal("", (string)(await world.Get($"/candidates/{heard}"))["statements"]![0]!["words"]!);
        await world.Says<ConvenorEnded>(x => x.SubjectId == convenor);
        Assert.Equal("", (string)(await world.Get($"/certificates/{certificate}"))["name"]!);
        Assert.Equal("**", (string)(await Public($"certificates/{number}"))!["name"]!);
        Assert.Equal(("Ended", ""), Entry(Assert.Single((await world.Get($"/roster?body={body}"))["items"]!.AsArray())!));

        static (string, string) Entry(JsonNode x) => ((string)x["state"]!, (string)x["name"]!);
    }

    private async Task<JsonNode?> Public(string path)
    {
        using var http = world.Anonymous();
        var answer = await http.GetAsync($"/api/v1/meetings/public/zhangmiao/{path}");
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }
}
