using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Directory.Start;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class ConfigureStreetTests(DirectoryWorld world)
{
    [Fact]
    public async Task Change_IsSaid_AndSeenInTheListOfStreets()
    {
        using var admin = world.As(Ids.Person(2, 3), DirectoryWorld.Wusong);

        var answer = await admin.PutAsJsonAsync("/api/v1/directory/settings", new ConfigureStreet.Request("吴淞街道办", "Asia/Shanghai", ["zh-CN"]));

        Assert.Equal(["zh-CN"], (await answer.Content.ReadFromJsonAsync<ConfigureStreet.View>(Json.Options))!.Languages);
        await world.Says<TenantConfigured>(x => x.SubjectId == DirectoryWorld.Wusong && x.Name == "吴淞街道办");
        using var anyone = world.Anonymous();
        Assert.Contains(new FoundStreet.Address("wusong", "吴淞街道办"), (await anyone.GetFromJsonAsync<Page<FoundStreet.Address>>("/api/v1/directory/public/streets?limit=100"))!.Items);
    }

    [Fact]
    public async Task Change_ToAZoneThatIsNone_OrALanguageThatWeDoNotSpeak_IsRefused()
    {
        using var admin = world.Admin();

        await Json.Refuses(DirectoryRefusals.UnknownTimeZone, await admin.PutAsJsonAsync("/api/v1/directory/settings", new ConfigureStreet.Request("张庙街道", "Asia/Nowhere", ["en"])));
        await Json.Refuses(KernelRefusals.Invalid, await admin.PutAsJsonAsync("/api/v1/directory/settings", new ConfigureStreet.Request("张庙街道", "Asia/Shanghai", ["fr"])));
    }
}
