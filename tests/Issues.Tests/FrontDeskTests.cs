using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>From the report to triage, and the ways out of it, through the doors.</summary>
public sealed class FrontDeskTests(IssuesWorld world)
{
    [Fact]
    public async Task Report_IsSaid_AndSeenByItsAuthor()
    {
        var issue = await world.Reported();

        var said = await world.Says<IssueSubmitted>(x => x.SubjectId == issue.Id);
        Assert.Equal((issue.Receipt, issue.AuthorId, "environment", world.Building12), (said.ReceiptNumber, said.ActorId, said.Category, said.AreaId));
        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Submitted, "12号楼", "环境卫生", true), (seen.Status, seen.AreaName, seen.CategoryName, seen.IsMine));
        Assert.Matches(@"^310113008-2026-\d{6}$", issue.Receipt);
    }

    [Fact]
    public async Task Report_WithWhatCannotBe_IsRefused_AndTakesNoNumber()
    {
        var http = world.As(Guid.CreateVersion7());
        object Told(string title = "标题标题", string category = "other", Guid? area = null, string? campaign = null, string? channel = null, Guid[]? photos = null) =>
            new { title, text = "正文正文", category, areaId = area ?? world.Building12, campaign, channel, photoIds = photos };
        var before = await world.Reported();

        await Refused("request.invalid", await Send(http, $"{Root}/", Told(title: "")));
        await Refused("request.invalid", await Send(http, $"{Root}/", Told(title: new string('长', 81))));
        await Refused("request.invalid", await Send(http, $"{Root}/", Told(campaign: "a b<script>")));
        await Refused("issue.unknown-category", await Send(http, $"{Root}/", Told(category: "nonsense")));
        await Refused("area.unknown", await Send(http, $"{Root}/", Told(area: Guid.CreateVersion7())));
        await Refused("issue.channel-of-staff", await Send(http, $"{Root}/", Told(channel: "Hotline")));
        await Refused("photo.unknown", await Send(http, $"{Root}/", Told(photos: [Guid.CreateVersion7()])));
        await Refused("photo.unknown", await Send(http, $"{Root}/", Told(photos: [await world.Uploaded(world.Staff())])));

        Assert.Equal(Number(before) + 1, Number(await world.Reported()));
    }

    [Fact]
    public async Task Reports_AtOnce_GetNumbersWithoutGapOrDouble()
    {
        var first = Number(await world.Reported());

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => world.Reported()));

        Assert.Equal(Enumerable.Range(first + 1, 16), all.Select(Number).Order());
    }

    [Fact]
    public async Task Report_InTheLastHoursOfTheYear_CountsInTheStreetsYear()
    {
        var now = world.Clock.GetUtcNow();
        world.Clock.Set(new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero));
        try { Assert.Equal("310113008-2027-000001", (await world.Reported()).Receipt); }
        finally { world.Clock.Set(now); }
    }

    [Fact]
    public async Task Report_TwiceWithOneKey_IsOneIssue()
    {
        var (http, key) = (world.As(Guid.CreateVersion7()), Guid.CreateVersion7().ToString());
        var told = new { title = "路灯不亮", text = "三天了", category = "facilities", areaId = world.Building12 };

        var answers = await Task.WhenAll(Send(http, $"{Root}/", told, key), Send(http, $"{Root}/", told, key));

        Assert.Equal((await Read<ReportIssue.Answer>(answers[0])).Id, (await Read<ReportIssue.Answer>(answers[1])).Id);
        Assert.Single((await http.GetFromJsonAsync<Kernel.Http.Page<ListMyIssues.Row>>($"{Root}/mine", Json))!.Items);
    }

    [Fact]
    public async Task Accept_WithAnOldVersion_IsRefused_AndTwice_Too()
    {
        var issue = await world.Reported();

        await Refused("conflict.stale", await Send(world.Staff(), $"{issue.Door}/accept", ifMatch: "\"7\""));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/accept", ifMatch: "\"1\""));
        await Refused("issue.cannot-move", await Send(world.Staff(), $"{issue.Door}/accept"));

        Assert.Equal(2, (await world.Says<IssueAccepted>(x => x.SubjectId == issue.Id)).Version);
    }

    [Fact]
    public async Task Accept_ByStaffOfAnotherGrid_IsRefused()
    {
        var issue = await world.Reported();
        var elsewhere = world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, Worlds.PlacesWorld<Program, Data.IssuesDb>.Grid2Path));

        await Refused("rights.outside-your-area", await Send(elsewhere, $"{issue.Door}/accept"));
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync(issue.Door)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.As(Guid.CreateVersion7()).GetAsync(issue.Door)).StatusCode);
    }

    [Fact]
    public async Task Decline_IsAppealedOnce_AndDecidedByAnother()
    {
        var (issue, decliner, judge) = (await world.Reported(), world.Staff(), world.Staff());
        await Is(HttpStatusCode.NoContent, await Send(decliner, $"{issue.Door}/decline", new { reason = "不在本街道范围" }));
        await Refused("issue.not-appealed", await Send(judge, $"{issue.Door}/appeal/decide", new { uphold = false, words = "重新受理" }));

        await Refused("issue.not-yours", await Send(judge, $"{issue.Door}/appeal", new { words = "请再看看" }));
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{issue.Door}/appeal", new { words = "请再看看" }));
        await Refused("issue.same-person-decides", await Send(decliner, $"{issue.Door}/appeal/decide", new { uphold = true, words = "维持" }));
        await Is(HttpStatusCode.NoContent, await Send(judge, $"{issue.Door}/appeal/decide", new { uphold = false, words = "重新受理" }));
        Assert.Equal(IssueStatus.Submitted, (await world.Look(issue)).Status);

        await Is(HttpStatusCode.NoContent, await Send(decliner, $"{issue.Door}/decline", new { reason = "仍不受理" }));
        await Refused("issue.appealed-already", await Send(issue.Author, $"{issue.Door}/appeal", new { words = "再申诉" }));

        var seen = await world.Look(issue);
        Assert.Equal((IssueStatus.Declined, false), (seen.Status, seen.CanAppeal));
        Assert.Contains(seen.History, x => x is { Act: IssueAct.AppealGranted, Words: "重新受理", ByRole: Role.CommitteeStaff });
        Assert.False((await world.Says<IssueAppealDecided>(x => x.SubjectId == issue.Id)).Upheld);
    }

    [Fact]
    public async Task Withdraw_IsItsAuthorsAlone_AndFreesWhatWasMergedIn()
    {
        var (issue, duplicate) = (await world.Reported(), await world.Reported());
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{duplicate.Door}/merge", new { intoId = issue.Id }));

        await Refused("issue.not-yours", await Send(duplicate.Author, $"{issue.Door}/withdraw", new { }));
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{issue.Door}/withdraw", new { words = "自己解决了" }));

        Assert.Equal(IssueStatus.Withdrawn, (await world.Look(issue)).Status);
        Assert.Equal(IssueStatus.Submitted, (await world.Look(duplicate)).Status);
        Assert.Equal(issue.Id, (await world.Says<IssueUnmerged>(x => x.SubjectId == duplicate.Id)).FromId);
    }

    [Theory]
    [InlineData(Scale.Small, AreaLevel.Building)]
    [InlineData(Scale.Major, AreaLevel.Grid)]
    [InlineData(Scale.Hard, AreaLevel.Neighbourhood)]
    public async Task Triage_SendsItToItsLevelsBody(Scale scale, AreaLevel level)
    {
        var issue = await world.Triaged(scale);

        var said = await world.Says<IssueTriaged>(x => x.SubjectId == issue.Id);
        var wanted = level switch { AreaLevel.Building => world.Building12, AreaLevel.Grid => world.Grid1, _ => world.Neighbourhood };
        Assert.Equal((level, wanted, scale), (said.DeliberationLevel, said.DeliberationAreaId, said.Scale));
    }

    [Fact]
    public async Task Triage_OfASmallMatterOfAWholeGrid_StaysInTheGrid()
    {
        var issue = await world.Triaged(Scale.Small, areaId: world.Grid1);

        Assert.Equal(world.Grid1, (await world.Says<IssueTriaged>(x => x.SubjectId == issue.Id)).DeliberationAreaId);
    }

    [Fact]
    public async Task Handler_MustBeOfTheAreasStaff()
    {
        var issue = await world.Accepted();
        var handler = world.Somebody(Role.GridOfficer, world.Building12, Worlds.PlacesWorld<Program, Data.IssuesDb>.Grid1Path);

        await Refused("issue.no-handler", await Send(world.Staff(), $"{issue.Door}/handler", new { personId = Guid.CreateVersion7() }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/handler", new { personId = handler }));

        Assert.Equal(handler, (await world.Look(issue)).HandlerId);
        var possible = await world.Staff().GetFromJsonAsync<List<ListHandlers.View>>($"{issue.Door}/handlers", Json);
        Assert.Contains(possible!, x => x.PersonId == handler && x.Role == Role.GridOfficer);
    }

    private static int Number(Case issue) => int.Parse(issue.Receipt.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
