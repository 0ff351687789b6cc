using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using NetVips;
using Platform.Contracts.Directory.V1;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The ledger, focus interviews, drawings, and what is forgotten.</summary>
public sealed class OpinionTests(MeetingsWorld world)
{
    [Fact]
    public async Task Ledger_IsForReaders_AndItsExcelNamesStakeholdersAlone()
    {
        var (garden, round) = await world.Asked();
        var resident = world.Resident();
        await world.Objects(garden.Plan, round, garden.Named[1], "=SUM(A1)");
        await Must(world.Answer(garden.Plan, round, resident, "Satisfied", "喜欢"));

        Assert.Equal(403, (await world.Send(HttpMethod.Get, $"/plans/{garden.Plan}/opinions", by: resident)).Status);
        Assert.Equal(2, (await world.Get($"/plans/{garden.Plan}/opinions?open=true&round=1"))["items"]!.AsArray().Count);
        Assert.Single((await world.Get($"/plans/{garden.Plan}/opinions?stand=Objection&limit=1"))["items"]!.AsArray());
        using var http = world.As(world.Staff);
        using var sheet = new MemoryStream(await http.GetByteArrayAsync($"/api/v1/meetings/plans/{garden.Plan}/opinions/export"));
        var rows = sheet.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["李阿姨", "居民"], rows.Select(x => (string)x["谁"]));
        Assert.Equal("'=SUM(A1)", rows[0]["意见"]);
    }

    [Fact]
    public async Task Disposition_OfNothingSaid_IsRefused_AndAStaleOneToo()
    {
        var (garden, round) = await world.Asked();
        var silent = Guid.Parse((string)(await Must(world.Answer(garden.Plan, round, garden.Named[0], "Satisfied")))!["opinionId"]!);
        var concern = await world.Objects(garden.Plan, round, garden.Named[1]);
        await world.Close(garden.Plan, round);

        Refused(409, "opinion.nothing-said", await world.Dispose(silent));
        Refused(409, "plan.not-a-concern", await world.Clarify(silent));
        Refused(412, "conflict.stale", await world.Send(HttpMethod.Post, $"/plans/opinions/{concern}/disposition", new { disposition = "Adopted" }, ifMatch: "\"7\""));
        Assert.Equal(204, (await world.Send(HttpMethod.Post, $"/plans/opinions/{concern}/disposition", new { disposition = "Adopted" }, ifMatch: "\"1\"")).Status);
    }

    [Fact]
    public async Task FocusInterview_IsSealed_ReadByFew_AndEachReadingIsOnRecord()
    {
        var (garden, round) = await world.Asked();
        var concern = await world.Objects(garden.Plan, round, garden.Named[1]);
        var interview = Id(await Must(world.Interview(garden.Plan, concern)));
        Refused(400, "interview.not-that-day", await world.Post($"/plans/{garden.Plan}/interviews", new { on = "2020-01-01", group = "楼上", clarification = "谈过" }));
        Refused(409, "plan.not-a-concern", await world.Interview(garden.Plan, Guid.CreateVersion7()));

        foreach (var reader in new[] { world.Staff, world.Somebody(Role.StreetOfficer, world.Street, "310113008/") })
            Assert.Equal("水池改旱溪", (string)(await world.Get($"/plans/interviews/{interview}", reader))["paper"]!["agreedChange"]!);
        foreach (var role in new[] { Role.TenantAdmin, Role.Resident, Role.PropertyManager })
            Assert.Equal(403, (await world.Send(HttpMethod.Get, $"/plans/interviews/{interview}", by: world.Somebody(role))).Status);
        var elsewhere = world.Somebody(Role.CommitteeStaff, Guid.CreateVersion7(), "310113008/006/");
        Refused(403, "interview.confidential", await world.Send(HttpMethod.Get, $"/plans/interviews/{interview}", by: elsewhere));
        Refused(403, "interview.confidential", await world.Send(HttpMethod.Get, $"/plans/{garden.Plan}/interviews", by: elsewhere));
        Assert.Equal(interview.ToString(), (string)(await world.Get($"/plans/{garden.Plan}/interviews"))["items"]![0]!["id"]!);

        var paper = await world.In(world.Ours, db => db.Interviews.Where(x => x.Id == interview).Select(x => x.Paper).SingleAsync());
        Assert.DoesNotContain("旱溪", paper, StringComparison.Ordinal);
        Assert.Equal(2, await world.In(world.Ours, db => db.Audits.CountAsync(x => x.Subject == "FocusInterview.Record" && x.SubjectId == interview)));
        var mine = (await world.Get("/plans/opinions/mine", garden.Named[1]))["items"]![0]!;
        Assert.Equal(("Clarified", "Interview", null), ((string)mine["concern"]!, (string)mine["clarifications"]![0]!["kind"]!, (string?)mine["clarifications"]![0]!["words"]));
    }

    [Fact]
    public async Task Drawings_ArePicturesMadeAnew_OrPdfs_AndOfAVersionForEveryMember()
    {
        var (garden, resident) = (await world.Plan(), world.Resident());
        var picture = Id(await Must(world.UploadDrawing(Image.Black(40, 30, bands: 3).PngsaveBuffer())));
        var pdf = Id(await Must(world.UploadDrawing("%PDF-1.7 …"u8.ToArray(), "../剖面图.pdf")));
        Refused(400, "drawing.not-a-drawing", await world.UploadDrawing("<svg onload=alert(1)>"u8.ToArray()));
        Refused(400, "drawing.broken", await world.UploadDrawing([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]));
        Refused(413, "drawing.too-large", await world.UploadDrawing(Image.Black(12_000, 6_000).PngsaveBuffer(compression: 9)));
        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/plans/drawings/{picture}", by: resident)).Status);
        Refused(400, "drawing.unknown", await world.Post($"/plans/{garden.Plan}/versions", new { text = "第一版", drawingIds = new[] { Guid.CreateVersion7() } }));

        await Must(world.Post($"/plans/{garden.Plan}/versions", new { text = "第一版", drawingIds = new[] { picture, pdf } }));

        using var http = world.As(resident);
        using var shown = await http.GetAsync($"/api/v1/meetings/plans/drawings/{picture}");
        Assert.Equal(("image/jpeg", null), (shown.Content.Headers.ContentType?.MediaType, shown.Content.Headers.ContentDisposition?.DispositionType));
        using var file = await http.GetAsync($"/api/v1/meetings/plans/drawings/{pdf}");
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(["平面图.png", "剖面图.pdf"], (await world.Get($"/plans/{garden.Plan}", resident))["versions"]![0]!["drawings"]!.AsArray().Select(x => (string)x!["name"]!));
        Refused(400, "drawing.unknown", await world.Post($"/plans/{(await world.Plan()).Plan}/versions", new { text = "第一版", drawingIds = new[] { picture } }));
    }

    [Fact]
    public async Task PersonErased_WordsGo_AnswersCount_AndTheGateWaitsNoLonger()
    {
        var (garden, round) = await world.Asked();
        await Must(world.TypeIn(garden.Plan, round, garden.Named[0], "Satisfied"));
        var concern = await world.Objects(garden.Plan, round, garden.Named[1], "我家在一楼");
        await Must(world.Post($"/plans/{garden.Plan}/rounds/{round}/discussion", new { side = "Against", text = "我家在一楼" }, garden.Named[1]));
        await world.Close(garden.Plan, round);

        await world.Deliver(world.Fact(new PersonErased(), garden.Named[1]));

        Assert.Equal(0, await world.In(world.Ours, db => db.Opinions.CountAsync(x => x.Id == concern && x.Text != "")));
        Assert.Equal(0, await world.In(world.Ours, db => db.Set<OpinionTurn>().CountAsync(x => x.OpinionId == concern && x.Text != "")));
        Assert.Equal(0, await world.In(world.Ours, db => db.DiscussionPoints.CountAsync(x => x.AuthorId == garden.Named[1] && x.Text != "")));
        await Must(world.Dispose(concern));
        Assert.Equal(204, (await world.Finalise(garden.Plan)).Status);
    }
}
