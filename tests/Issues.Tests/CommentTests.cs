using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What is said about an issue on the board, and who looks at it first.</summary>
public sealed class CommentTests(IssuesWorld world)
{
    private const string Zhangmiao = $"{Root}/public/zhangmiao";

    [Fact]
    public async Task AComment_WaitsUntilStaffShowIt_AndOneThatIsHidden_IsReadByItsAuthorAlone_WithTheReason()
    {
        var issue = await world.Accepted();
        var resident = world.As(Guid.CreateVersion7());
        var (shown, hidden) = (await Commented(resident, issue, "夜里也很吵，电话 139-1234-5678"), await Commented(resident, issue, "都是他家的错"));
        Assert.Empty((await Public(issue)).Items);
        Assert.True((await world.Says<CommentWritten>(x => x.SubjectId == shown)) is { Waits: true } said && said.IssueId == issue.Id);
        var waiting = await Waiting();
        Assert.Equal([shown, hidden], waiting.Where(x => x.IssueId == issue.Id).Select(x => x.Id));
        Assert.True((await world.Staff().GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json))!.Comments >= 2);

        await Refused("rights.outside-your-area", await Send(world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, IssuesWorld.Grid2Path)), $"{Root}/comments/{shown}/show"));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{shown}/show"));
        await Refused("request.invalid", await Send(world.Staff(), $"{Root}/comments/{hidden}/hide", new { reason = "" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{hidden}/hide", new { reason = "指责邻居" }));
        await Refused("comment.decided-already", await Send(world.Staff(), $"{Root}/comments/{shown}/show"));
        await Refused("comment.decided-already", await Send(world.Staff(), $"{Root}/comments/{hidden}/hide", new { reason = "又一次" }));

        // In public: no name, no number that somebody typed.
        Assert.Equal("夜里也很吵，电话 139****5678", Assert.Single((await Public(issue)).Items).Text);
        Assert.True((await world.Says<CommentDecided>(x => x.SubjectId == hidden)) is { Shown: false });
        var mine = (await resident.GetFromJsonAsync<Page<ListComments.Mine>>($"{Root}/comments/mine", Json))!.Items;
        Assert.Equal([(CommentState.Hidden, "指责邻居"), (CommentState.Shown, null)], mine.Select(x => (x.State, x.Reason)));
        Assert.Empty((await issue.Author.GetFromJsonAsync<Page<ListComments.Mine>>($"{Root}/comments/mine", Json))!.Items);
        Assert.DoesNotContain(await Waiting(), x => x.IssueId == issue.Id);
        Assert.Contains((await world.Staff().GetFromJsonAsync<Page<ListComments.Row>>($"{Root}/comments?state=Hidden", Json))!.Items, x => x.Id == hidden);
        await Refused("paging.bad-cursor", await world.Staff().GetAsync(new Uri($"{Root}/comments?after=x", UriKind.Relative)));
    }

    [Fact]
    public async Task TheIssuesAuthor_IsMarked_UnlessOneOfTheTwoHidesIt_AndStaffAnswerAtOnce()
    {
        var issue = await world.Accepted();
        var (open, covered) = (await Commented(issue.Author, issue, "现在还没有人来"), await Commented(issue.Author, issue, "又堆了一些", hideName: true));
        foreach (var id in new[] { open, covered }) await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{id}/show"));
        await Commented(world.Staff(), issue, "本周五清运");

        var seen = (await Public(issue)).Items;
        Assert.Equal([(false, Role.CommitteeStaff), (false, null), (true, null)], seen.Select(x => (x.ByAuthor, x.ByRole)));

        // An issue whose author hides their name marks none of its comments.
        var person = Guid.CreateVersion7();
        var told = await Read<ReportIssue.Answer>(await Send(world.As(person), $"{Root}/", new { title = "不愿具名", text = "正文正文", category = "other", areaId = world.Building12, hideName = true }));
        var unnamed = new Case(told.Id, told.ReceiptNumber, person, world.As(person));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{unnamed.Door}/accept"));
        var comment = await Commented(unnamed.Author, unnamed, "是我反映的");
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{comment}/show"));
        Assert.False(Assert.Single((await Public(unnamed)).Items).ByAuthor);
        Assert.DoesNotContain($"{person}", await world.Anonymous().GetStringAsync($"{Zhangmiao}/issues/{unnamed.Id}/comments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportedComment_StaysUntilStaffLook_AndCountsEachPersonOnce()
    {
        var issue = await world.Accepted();
        var id = await Commented(world.As(Guid.CreateVersion7()), issue, "这里有广告");
        var (one, two) = (world.As(Guid.CreateVersion7()), world.As(Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(one, $"{Root}/comments/{id}/report")).StatusCode);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{id}/show"));

        foreach (var http in new[] { one, one, two }) await Is(HttpStatusCode.NoContent, await Send(http, $"{Root}/comments/{id}/report"));

        Assert.Equal(2, Assert.Single(await Waiting(), x => x.Id == id).Reports);
        Assert.Single((await Public(issue)).Items);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{id}/show"));
        Assert.DoesNotContain(await Waiting(), x => x.Id == id);
    }

    [Fact]
    public async Task WhoCommentsTooOften_Waits_AlsoManyAtOnce()
    {
        var (issue, http) = (await world.Accepted(), world.As(Guid.CreateVersion7()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(x => Send(http, $"{issue.Door}/comments", new { text = $"第 {x} 条" })));
        Assert.Equal(WriteComment.MostInTenMinutes, answers.Count(x => x.StatusCode is HttpStatusCode.Created));
        await Refused("comment.too-many", answers.First(x => x.StatusCode is HttpStatusCode.TooManyRequests));
        world.Clock.Pass(TimeSpan.FromMinutes(11));
        await Commented(http, issue, "过了一会儿");
        Assert.Equal(HttpStatusCode.NotFound, (await Send(http, $"{(await world.Reported()).Door}/comments", new { text = "还没受理" })).StatusCode);
    }

    /// <summary>A street that trusts its people: shown first, looked at afterwards. The other street is not asked.</summary>
    [Fact]
    public async Task AStreet_MayShowCommentsAtOnce()
    {
        var admin = world.As(world.Somebody(Role.TenantAdmin, world.Street, IssuesWorld.StreetPath));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Staff().PutAsJsonAsync($"{Root}/comments/rules", new { shownAtOnce = true })).StatusCode);
        await Is(HttpStatusCode.OK, await admin.PutAsJsonAsync($"{Root}/comments/rules", new { shownAtOnce = true }));
        try
        {
            var issue = await world.Accepted();
            await Commented(world.As(Guid.CreateVersion7()), issue, "马上看得到");
            Assert.Single((await Public(issue)).Items);
        }
        finally
        {
            await Is(HttpStatusCode.OK, await admin.PutAsJsonAsync($"{Root}/comments/rules", new { shownAtOnce = false }));
        }
    }

    private static async Task<Guid> Commented(HttpClient http, Case issue, string text, bool hideName = false)
    {
        var answer = await Send(http, $"{issue.Door}/comments", new { text, hideName });
        await Is(HttpStatusCode.Created, answer);
        return (await Read<WriteComment.Answer>(answer)).Id;
    }

    private async Task<Page<ListComments.Line>> Public(Case issue) => (await world.Anonymous().GetFromJsonAsync<Page<ListComments.Line>>($"{Zhangmiao}/issues/{issue.Id}/comments", Json))!;

    private async Task<IReadOnlyList<ListComments.Row>> Waiting() => (await world.Staff().GetFromJsonAsync<Page<ListComments.Row>>($"{Root}/comments?limit=100", Json))!.Items;
}
