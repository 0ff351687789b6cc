using System.Net;
using System.Text;
using NetVips;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Issues.Photos;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>An issue's public page, its photos there, and the news for whoever stands by it.</summary>
public sealed class BoardTests(IssuesWorld world)
{
    private const string Zhangmiao = $"{Root}/public/zhangmiao";

    [Fact]
    public async Task AnIssuesPage_HasItsSteps_WithTheWordsOfWhoDecided_AndNothingOfWho()
    {
        var person = Guid.CreateVersion7();
        var photo = await world.Uploaded(world.As(person));
        var told = await Read<ReportIssue.Answer>(await Send(world.As(person), $"{Root}/", new
        {
            title = "请打 13912345678", text = "我的电话１３９ 1234 5678，身份证 310113198001011234。", category = "environment", areaId = world.Building12, photoIds = new[] { photo },
        }));
        var issue = new Case(told.Id, told.ReceiptNumber, person, world.As(person));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync($"{Zhangmiao}/issues/{issue.Id}")).StatusCode);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/decline", new { reason = "不归我们，找 13800138000" }));
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{issue.Door}/appeal", new { words = "就在小区里" }));
        await Is(HttpStatusCode.NoContent, await Send(world.As(world.Somebody(Role.BranchSecretary)), $"{issue.Door}/appeal/decide", new { uphold = false, words = "应当受理" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/accept"));
        var duplicate = await world.Accepted();
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{duplicate.Door}/merge", new { intoId = issue.Id, words = "同一处" }));

        // Under the number of the one that went into it, too.
        var text = await world.Anonymous().GetStringAsync($"{Zhangmiao}/issues/{duplicate.Id}");
        var seen = (await world.Anonymous().GetFromJsonAsync<ShowIssue.View>($"{Zhangmiao}/issues/{issue.Id}", Json))!;

        Assert.Equal((issue.Id, "请打 139****5678", "我的电话139****5678，身份证 ****。", 2), (seen.Id, seen.Title, seen.Text, seen.Authors));
        Assert.Equal("不归我们，找 138****8000", seen.Steps.Single(x => x.Act is IssueAct.Declined).Words);
        Assert.Equal("应当受理", seen.Steps.Single(x => x.Act is IssueAct.AppealGranted).Words);
        Assert.True(seen.Steps.Single(x => x.Act is IssueAct.TookIn) is { Words: null, About: null });
        Assert.Empty(seen.PhotoIds);
        foreach (var secret in new[] { issue.Receipt, duplicate.Receipt, $"{person}", $"{duplicate.AuthorId}", "13912345678", "13800138000", "310113198001011234", "就在小区里" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains((await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Zhangmiao}/issues?limit=100&category=environment", Json))!.Items, x => x.Title == "请打 139****5678");
        Assert.DoesNotContain((await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Zhangmiao}/issues?limit=100&category=parking", Json))!.Items, x => x.Id == issue.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync($"{Root}/public/youyi/issues/{issue.Id}")).StatusCode);
    }

    [Fact]
    public async Task APhoto_IsPublicOnceStaffReleaseIt_InThreeSizes_AndNoLongerWhenTheyTakeItBack()
    {
        var person = Guid.CreateVersion7();
        var photo = await world.Uploaded(world.As(person), TestPhotos.WithExif(3000, 1500));
        var issue = await world.Reported(author: person, photos: [photo]);
        var open = $"{Zhangmiao}/photos/{photo}";
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/accept"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync(open)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(world.As(person), $"{Root}/photos/{photo}/release", new { released = true })).StatusCode);

        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/photos/{photo}/release", new { released = true }));

        foreach (var (size, side) in new[] { (PhotoSize.Thumbnail, 320), (PhotoSize.Page, 1280), (PhotoSize.Large, 2560) })
        {
            var jpeg = await world.Anonymous().GetByteArrayAsync($"{open}?size={size}");
            using var picture = Image.NewFromBuffer(jpeg);
            Assert.Equal(side, Math.Max(picture.Width, picture.Height));
            Assert.DoesNotContain("zhangsan", Encoding.Latin1.GetString(jpeg), StringComparison.Ordinal);
        }

        Assert.Equal([photo], (await world.Anonymous().GetFromJsonAsync<ShowIssue.View>($"{Zhangmiao}/issues/{issue.Id}", Json))!.PhotoIds);
        Assert.Equal([photo], (await world.Look(issue)).ReleasedPhotoIds);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync($"{Root}/public/youyi/photos/{photo}")).StatusCode);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/photos/{photo}/release", new { released = false }));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync(open)).StatusCode);
        // What leaves the board takes its photos along.
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/photos/{photo}/release", new { released = true }));
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{issue.Door}/withdraw", new { }));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anonymous().GetAsync(open)).StatusCode);
    }

    [Fact]
    public async Task WhoFollowsOrEndorsed_ReadsItsLastStep_WhatMovedLastFirst_PageByPage()
    {
        var http = world.As(Guid.CreateVersion7());
        var (one, two) = (await world.Accepted(), await world.Accepted());
        await Is(HttpStatusCode.NoContent, await Send(http, $"{one.Door}/follow"));
        await Is(HttpStatusCode.NoContent, await Send(http, $"{two.Door}/endorse"));
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{one.Door}/triage", new { scale = "Small", fastLane = true, reason = "小事" }));

        var first = (await http.GetFromJsonAsync<Page<ListFollowed.Row>>($"{Root}/followed?limit=1", Json))!;
        var second = (await http.GetFromJsonAsync<Page<ListFollowed.Row>>($"{Root}/followed?limit=1&after={first.Next}", Json))!;
        Assert.True(Assert.Single(first.Items) is { LastAct: IssueAct.Triaged, Follows: true, Endorsed: false } moved && moved.Id == one.Id);
        Assert.True(Assert.Single(second.Items) is { LastAct: IssueAct.Accepted, Follows: false, Endorsed: true } still && still.Id == two.Id);
        Assert.Null(second.Next);
        // What went into another is followed there.
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{two.Door}/merge", new { intoId = one.Id }));
        Assert.True(Assert.Single((await http.GetFromJsonAsync<Page<ListFollowed.Row>>($"{Root}/followed", Json))!.Items) is { Follows: true, Endorsed: true });
        await Refused("paging.bad-cursor", await http.GetAsync(new Uri($"{Root}/followed?after=x", UriKind.Relative)));
    }

    [Theory]
    [InlineData("打13912345678", "打139****5678")]
    [InlineData("+86 139-1234-5678。", "139****5678。")]
    [InlineData("８６１３９１２３４５６７８", "139****5678")]
    [InlineData("139 1234 5678和 138.0013.8000", "139****5678和 138****8000")]
    [InlineData("受理号 310113008-2026-000123", "受理号 310113008-2026-000123")]
    [InlineData("56001234，12号楼301室，2026年11月24日", "56001234，12号楼301室，2026年11月24日")]
    [InlineData("310113198001011234 与 31011319800101123X", "**** 与 ****")]
    public void MobileAndIdentityNumbers_AreMasked_HoweverTheyAreTyped(string typed, string shown) => Assert.Equal(shown, Masking.MaskedIn(typed));
}
