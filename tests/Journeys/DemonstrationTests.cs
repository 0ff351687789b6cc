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

    private static string[] Names(IReadOnlyList<JsonElement> rows) => [.. rows.Select(x => x.GetProperty("name").GetString()!)];
}
