using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The minutes' way to the board, and the Word document that offices file.</summary>
public sealed class PaperTests(MeetingsWorld world)
{
    private static readonly object Approved = new { shareNumerator = 1, shareDenominator = 2, majority = "Simple", noticeDays = 0, minutesApproved = true };

    [Fact]
    public async Task Approval_IsSomebodyElses_AndAnotherWordTakesItAway()
    {
        var (body, members) = await world.Body(rules: Approved);
        var (meeting, other) = (await world.InSession(body, members), world.Somebody(Role.Convenor));
        await Must(world.Post($"/{meeting}/conclude"));
        Refused(409, "minutes.empty", await world.Post($"/{meeting}/minutes/hand-in"));
        await Write(meeting, "到会三人。");
        Refused(409, "minutes.not-in-review", await world.Post($"/{meeting}/minutes/approve", by: other));
        await Must(world.Post($"/{meeting}/minutes/hand-in"));
        Refused(409, "minutes.own-approval", await world.Post($"/{meeting}/minutes/approve"));
        await Must(world.Post($"/{meeting}/minutes/send-back", new { words = "少了时间" }, other));
        await Write(meeting, "到会三人，下午二时。");
        await Must(world.Post($"/{meeting}/minutes/hand-in"));
        await Must(world.Post($"/{meeting}/minutes/approve", new { words = "同意" }, other));
        await Write(meeting, "到会三人，下午三时。");

        Refused(409, "minutes.not-approved", await world.Post($"/{meeting}/minutes/publish"));
        await Must(world.Post($"/{meeting}/minutes/hand-in"));
        await Must(world.Post($"/{meeting}/minutes/approve", by: other));
        await Must(world.Post($"/{meeting}/minutes/publish"));

        var minutes = await world.Get($"/{meeting}/minutes");
        Assert.Equal(["InReview", "Draft", "InReview", "Approved", "InReview", "Approved"], minutes["steps"]!.AsArray().Select(x => (string)x!["to"]!));
        Assert.Empty((await world.Get($"/breaches?meeting={meeting}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Publish_WithoutTheApproval_NeedsAReason_AndIsOnRecord()
    {
        var (body, members) = await world.Body(rules: Approved);
        var meeting = await world.InSession(body, members);
        await Must(world.Post($"/{meeting}/conclude"));
        await Write(meeting, "到会三人。");

        Refused(409, "minutes.not-approved", await world.Post($"/{meeting}/minutes/publish"));
        await Must(world.Post($"/{meeting}/minutes/publish", new { waiver = "书记出差" }));

        Assert.Equal("书记出差", (string)Assert.Single((await world.Get($"/breaches?meeting={meeting}&rule=MinutesApproval"))["items"]!.AsArray())!["waiver"]!);
    }

    [Fact]
    public async Task Proposal_TellsWhatTheRecordKnows()
    {
        var meeting = await Held();

        var text = (string)(await world.Get($"/{meeting}/minutes/proposal"))["text"]!;

        Assert.Contains("应到 3 人，实到 3 人，达到法定人数", text, StringComparison.Ordinal);
        Assert.Contains("二、楼道灯", text, StringComparison.Ordinal);
        Assert.Contains("赞成的意见：晚上看得见", text, StringComparison.Ordinal);
        Assert.Contains("赞成 3，反对 0，弃权 0，通过", text, StringComparison.Ordinal);
        Assert.Contains("会议决定：换成声控灯", text, StringComparison.Ordinal);
        Assert.Contains("1. 买灯（物业，2026年12月20日前）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_OpensAndReadsRight_WithNamesForTheRoom_AndWithoutForTheBoard()
    {
        var meeting = await Held();
        await Must(world.Post($"/{meeting}/conclude"));
        await Write(meeting, "一、到会情况\n到会三人。\u0001\n（一）说明\n<b>&amp; 原样");
        using var anonymous = world.Anonymous();
        Assert.Equal(404, (int)(await anonymous.GetAsync($"/api/v1/meetings/public/zhangmiao/meetings/{meeting}/minutes/word")).StatusCode);
        using var resident = world.As(world.Somebody(Role.Resident));
        Assert.Equal(404, (int)(await resident.GetAsync($"/api/v1/meetings/{meeting}/minutes/word")).StatusCode);
        await Must(world.Post($"/{meeting}/minutes/publish"));

        using var staff = world.As(world.Staff);
        var inside = Read(await staff.GetByteArrayAsync($"/api/v1/meetings/{meeting}/minutes/word"));
        var board = Read(await anonymous.GetByteArrayAsync($"/api/v1/meetings/public/zhangmiao/meetings/{meeting}/minutes/word"));

        Assert.Contains("居民代表：代表1、代表2、代表3", inside, StringComparison.Ordinal);
        Assert.Contains("买灯", board, StringComparison.Ordinal);
        Assert.Contains("<b>&amp; 原样", board, StringComparison.Ordinal);
        Assert.DoesNotContain("代表1", board, StringComparison.Ordinal);
        Assert.DoesNotContain("代表1", Read(await resident.GetByteArrayAsync($"/api/v1/meetings/{meeting}/minutes/word")), StringComparison.Ordinal);
    }

    /// <summary>In session, with a point, a passed vote and a resolution on its one item.</summary>
    private async Task<Guid> Held()
    {
        var (body, members) = await world.Body();
        var meeting = await world.InSession(body, members);
        var item = await world.FirstItem(meeting);
        await Must(world.Post($"/{meeting}/items/{item}/points", new { stance = "For", what = "晚上看得见。", personId = members[0] }));
        await world.Passed(meeting, item, members);
        await Must(world.Post($"/{meeting}/items/{item}/resolution", new { text = "换成声控灯", reasons = "省电", actions = new[] { new { kind = "Property", what = "买灯", dueOn = "2026-12-20" } } }));
        return meeting;
    }

    private async Task Write(Guid meeting, string text) => await Must(world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text }));

    /// <summary>Its text, of a document that keeps the schema of Word and the layout of official papers.</summary>
    private static string Read(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(x => $"{x.Path?.XPath}: {x.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var page = body.Descendants<PageMargin>().Single();
        Assert.Equal((2098, 1474u, 1984, 1587u), (page.Top!.Value, page.Right!.Value, page.Bottom!.Value, page.Left!.Value));
        Assert.All(body.Descendants<RunFonts>(), x => Assert.NotNull(x.EastAsia?.Value));
        return string.Join('\n', body.Descendants<Paragraph>().Select(x => x.InnerText));
    }
}
