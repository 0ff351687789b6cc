using System.Net;
using System.Text.Json;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>What a newcomer finds: each unit and team once, and two streets that live and know nothing of each other.</summary>
public sealed class DemonstrationTests(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task UnitsAndTeams_AreThereOnce()
    {
        var staff = await SignIn(5);
        foreach (var (list, known) in new[] { ("partners/units", "四叶草堂"), ("volunteers/teams", "爱绿达人") })
        {
            var names = Names(await staff.List($"/api/v1/{list}"));
            Assert.Single(names, known);
            Assert.Equal(names.Order().Distinct(), names.Order());
        }
    }

    [Fact]
    public async Task TheSecondStreet_HasALifeOfItsOwn()
    {
        using var gateway = new Gateway(Gateway.Http.BaseAddress!, Wusong.Code);
        var staff = await Player.SignIn(gateway, Wusong.Phone(2));

        var issues = await staff.List("/api/v1/issues");
        Assert.Empty(((string[])["Submitted", "Accepted", "InDeliberation", "InAction", "Closed"]).Except(issues.Select(x => x.GetProperty("status").GetString()!)));
        Assert.Equal(["滨江小学"], Names(await staff.List("/api/v1/partners/units")));
        Assert.Equal(["滨江护绿队"], Names(await staff.List("/api/v1/volunteers/teams")));
        Assert.Single(Names(await staff.Bodies(Wusong.Neighbourhood, "RedCouncil")), "海滨二村议事会");
        Assert.Single(await staff.List("/api/v1/meetings?state=Convened"));
        Assert.DoesNotContain(await (await SignIn(5)).List("/api/v1/issues"), x => issues.Any(y => y.GetProperty("id").GetGuid() == x.GetProperty("id").GetGuid()));
    }

    /// <summary>The portal's first page is kept for ten seconds: nobody may get it in another's language, size or street, nor by another's address.</summary>
    [Fact]
    public async Task TheFirstPage_IsKept_AndEachReaderHasTheirOwn()
    {
        using var anybody = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(Platform.Run.Web!) };
        var english = await CookieOf("/reading?language=en");
        var elder = await CookieOf("/reading?elder=true");
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(("zh-CN", false, true), Reads(await Page("/zhangmiao")));
            Assert.Equal(("en", false, true), Reads(await Page("/zhangmiao", english)));
            Assert.Equal(("zh-CN", true, true), Reads(await Page("/zhangmiao", elder)));
            Assert.Equal(("zh-CN", false, false), Reads(await Page("/wusong")));
        }

        Assert.Contains("%3Fx%3D1", (await Page("/zhangmiao?x=1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%3Fx%3D1", (await Page("/zhangmiao")).Text, StringComparison.Ordinal);
        Assert.NotNull((await Page("/zhangmiao")).Age);
        Assert.Null((await Page("/zhangmiao?x=1")).Age);
        using var shouted = await anybody.GetAsync(new Uri("/ZHANGMIAO", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, shouted.StatusCode);

        async Task<string> CookieOf(string choice)
        {
            using var answer = await anybody.GetAsync(new Uri(choice, UriKind.Relative));
            return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        async Task<(string Text, TimeSpan? Age)> Page(string address, string? cookie = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var answer = await anybody.SendAsync(request);
            return (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), answer.Headers.Age);
        }

        static (string Language, bool Elder, bool Zhangmiao) Reads((string Text, TimeSpan?) page) =>
            (page.Text.Split("<html lang=\"")[1].Split('"')[0], page.Text.Contains("gz-elder", StringComparison.Ordinal), page.Text.Contains("张庙", StringComparison.Ordinal));
    }

    private static string[] Names(IReadOnlyList<JsonElement> rows) => [.. rows.Select(x => x.GetProperty("name").GetString()!)];
}
