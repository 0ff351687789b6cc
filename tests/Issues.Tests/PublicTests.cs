using System.Net;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What anybody may ask without a token.</summary>
public sealed class PublicTests(IssuesWorld world)
{
    private const string Zhangmiao = $"{Root}/public/zhangmiao";

    [Fact]
    public async Task Receipt_WithItsPhone_TellsHowFarItIs_AndWithAnyOther_NotEvenThatItExists()
    {
        var issue = await world.Reported();
        world.Directory.HasPhone(issue.AuthorId, "+8613800138000");
        await Send(world.Staff(), $"{issue.Door}/decline", new { reason = "请找区里" });

        var answer = await Send(world.Anonymous(), $"{Zhangmiao}/receipts/{issue.Receipt}", new { phone = "138 0013 8000" });
        await Is(HttpStatusCode.OK, answer);
        var seen = await Read<LookUpReceipt.View>(answer);
        Assert.Equal(IssueStatus.Declined, seen.Status);
        Assert.Contains(seen.History, x => x.Words == "请找区里");
        Assert.DoesNotContain($"{issue.AuthorId}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The token of whoever happens to be signed in opens nothing here.
        await Is(HttpStatusCode.OK, await Send(world.As(Guid.CreateVersion7()), $"{Zhangmiao}/receipts/{issue.Receipt}", new { phone = "13800138000" }));
        await Refused("receipt.unknown", await Send(world.Anonymous(), $"{Zhangmiao}/receipts/{issue.Receipt}", new { phone = "13900139000" }));
        await Refused("receipt.unknown", await Send(world.Anonymous(), $"{Zhangmiao}/receipts/310113008-2026-999999", new { phone = "13800138000" }));
        await Refused("receipt.unknown", await Send(world.Anonymous(), $"{Root}/public/youyi/receipts/{issue.Receipt}", new { phone = "13800138000" }));
        await Refused("phone.invalid", await Send(world.Anonymous(), $"{Zhangmiao}/receipts/{issue.Receipt}", new { phone = "12" }));
        var guessedAt = await world.Reported();
        world.Directory.IsGuessedAt(guessedAt.Receipt, 61);
        var slowed = await Send(world.Anonymous(), $"{Zhangmiao}/receipts/{guessedAt.Receipt}", new { phone = "13800138000" });
        await Is(HttpStatusCode.TooManyRequests, slowed);
        await Refused("phone.too-many-tries", slowed);
        Assert.Contains("2 分钟", await slowed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Refused("tenant.unknown", await Send(world.Anonymous(), $"{Root}/public/nowhere/receipts/{issue.Receipt}", new { phone = "13800138000" }));
    }

    [Fact]
    public async Task Board_ShowsWhatStaffTookOn_OfItsStreetAlone_AndNobodysName()
    {
        var (submitted, accepted) = (await world.Reported(), await world.Accepted());

        var text = await world.Anonymous().GetStringAsync($"{Zhangmiao}/issues?limit=100");
        var board = (await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Zhangmiao}/issues?limit=100&areaId={world.Grid1}", Json))!;

        Assert.Contains(board.Items, x => x.Id == accepted.Id && x.AreaName == "12号楼");
        Assert.DoesNotContain($"{submitted.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{accepted.AuthorId}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(accepted.Receipt, text, StringComparison.Ordinal);
        Assert.Empty((await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Root}/public/youyi/issues", Json))!.Items);
        Assert.DoesNotContain((await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Zhangmiao}/issues?areaId={world.Grid2}&limit=100", Json))!.Items, x => x.Id == accepted.Id);
    }

    [Fact]
    public async Task Form_HasTheStreetsCategoriesAndPlaces_InTheReadersLanguage()
    {
        using var http = world.Anonymous();
        var chinese = (await http.GetFromJsonAsync<ShowReportForm.View>($"{Zhangmiao}/form", Json))!;
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = (await http.GetFromJsonAsync<ShowReportForm.View>($"{Zhangmiao}/form", Json))!;

        Assert.True(chinese.Categories.Count >= Domain.FirstCategories.All.Count);
        Assert.Equal("noise", chinese.Categories[chinese.Categories.Select(x => x.Code).ToList().IndexOf("noise-home") - 1].Code);
        Assert.Contains(chinese.Categories, x => x is { Code: "safety", Name: "安全隐患" });
        Assert.Contains(english.Categories, x => x is { Code: "safety", Name: "Safety" });
        Assert.Contains(chinese.Areas, x => x.Name == "21号楼");
    }
}
