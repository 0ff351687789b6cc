using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Http;
using Platform.Partners.Features;
using Xunit;

namespace Platform.Partners.Tests;

public sealed class UnitTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task AUnit_GetsAnotherNameAndContact_ByStaffOfItsAreaAlone()
    {
        var contact = world.Somebody(Role.PartnerContact);
        var unit = await world.JoinedUnit();
        var change = new { name = "四叶草堂（上海）", kind = "Company", contactId = contact };
        using var staff = world.As(world.Staff);
        using var elsewhere = world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, PartnersWorld.Grid2Path));

        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PutAsJsonAsync($"{PartnersWorld.Api}/units/{unit}", change)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await staff.PutAsJsonAsync($"{PartnersWorld.Api}/units/{unit}", change)).StatusCode);

        var mine = Assert.Single((await world.Get<Page<ListUnits.View>>(contact, "units?mine=true")).Items);
        Assert.Equal((unit, "四叶草堂（上海）", 2), (mine.Id, mine.Name, mine.Version));
    }

    [Fact]
    public async Task PersonErased_SpeaksForNoUnit()
    {
        var contact = world.Somebody(Role.PartnerContact);
        var unit = await world.JoinedUnit(contact);

        await world.Deliver(world.Fact(new PersonErased(), contact));

        Assert.Null(await world.In(world.Ours, db => db.Units.Where(x => x.Id == unit).Select(x => x.ContactId).SingleAsync()));
    }

    [Fact]
    public async Task Categories_AreInTheReadersLanguage()
    {
        using var http = world.As(world.Staff);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var english = await PartnersWorld.Read<List<ListCategories.View>>(await http.GetAsync($"{PartnersWorld.Api}/categories"));
        var chinese = await world.Get<List<ListCategories.View>>(world.Staff, "categories");

        Assert.Equal(chinese.Select(x => x.Code), english.Select(x => x.Code));
        Assert.Contains(chinese, x => x.Code == "greening");
        Assert.All(chinese.Zip(english), x => Assert.NotEqual(x.First.Name, x.Second.Name));
    }
}
