using System.Net.Http.Json;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class ShowMeTests(DirectoryWorld world)
{
    [Fact]
    public async Task Change_OfName_AndConsent_IsSeenByOthers()
    {
        using var me = world.As(DirectoryWorld.Person(106), DirectoryWorld.Zhangmiao);
        using var staff = world.Staff();

        var answer = await me.PutAsJsonAsync("/api/v1/directory/me", new { name = "傅老师", showsFlags = true });
        var seen = (await staff.GetFromJsonAsync<FindPeople.View>($"/api/v1/directory/people/{DirectoryWorld.Person(106)}", Json.Options))!;

        Assert.True((await answer.Content.ReadFromJsonAsync<ShowMe.View>(Json.Options))!.ShowsFlags);
        Assert.Equal(("傅老师", true), (seen.Name, seen.IsPartyMember));
    }

    [Fact]
    public async Task Change_ToAHomeThatIsNoBuilding_IsRefused()
    {
        using var me = world.Resident();

        await Json.Refuses(DirectoryRefusals.NotABuilding, await me.PutAsJsonAsync("/api/v1/directory/me", new { homeAreaId = DirectoryWorld.Area(1) }));
        await Json.Refuses(DirectoryRefusals.NotABuilding, await me.PutAsJsonAsync("/api/v1/directory/me", new { homeAreaId = Start.Ids.Area(2, 101) }));
    }
}
