using System.Text.Json.Nodes;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>A resident takes away what all services keep of them, and then has it erased: from a phone, without a script.</summary>
public sealed class MyData(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task AResident_TakesTheirDataAway_AndHasItErased()
    {
        await using var browser = await Browser.Open(Platform.Run.Web!);
        var (page, phone) = (await browser.Phone(), NewPhone());
        await page.GotoAsync("/zhangmiao/my-data");
        await page.Send("send", ("Phone", phone));
        await page.Send("enter", ("Code", (await page.Locator("input[name=Demo]").GetAttributeAsync("value"))!));

        await using var file = await page.Context.APIRequest.GetAsync("/zhangmiao/my-data.json");
        var kept = JsonNode.Parse(await file.TextAsync())!["directory"]!["tables"]!.AsArray().Single(x => (string?)x!["name"] == "people")!["rows"]![0]!;
        Assert.Equal($"+86{phone}", (string?)kept["phone_encrypted"]);

        await page.GotoAsync("/zhangmiao/my-data");
        await page.Send("erase", ("Sure", "true"));
        Assert.EndsWith("/zhangmiao/me", page.Url, StringComparison.Ordinal);
        Assert.Contains("已删除", await page.Locator("main, body").First.InnerTextAsync(), StringComparison.Ordinal);
        // Signed out; and who signs in with this phone now is somebody new.
        await page.GotoAsync("/zhangmiao/my-data");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        Assert.NotEqual((Guid)kept["id"]!, (await Player.SignIn(Gateway, phone)).Id);
    }
}
