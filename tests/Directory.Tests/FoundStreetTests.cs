using System.Net;
using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class FoundStreetTests(DirectoryWorld world)
{
    private static readonly FoundStreet.Request Gucun = new("gucun", "顾村镇", "310113109", null, "倪诚", "gucun-admin", [new("310113109001", "一村")]);

    [Fact]
    public async Task Found_HasItsTree_AHall_AndAnAdministratorWhoCanSignIn()
    {
        using var http = world.Operator();

        var answer = await http.PostAsJsonAsync("/api/v1/directory/streets", Gucun);
        var street = (await answer.Content.ReadFromJsonAsync<FoundStreet.Founded>(Json.Options))!;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await world.Says<TenantConfigured>(x => x.TenantId == street.Id && x.DivisionCode == "310113109");
        await world.Says<VenueChanged>(x => x.TenantId == street.Id && x.Kind is VenueKind.Hall);
        using var browser = new Browser(world);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn(street.AdminAccount, street.AdminPassword)).StatusCode);
        await Json.Refuses(DirectoryRefusals.StreetCodeTaken, await http.PostAsJsonAsync("/api/v1/directory/streets", Gucun with { Code = "Gucun" }));
        await Json.Refuses(DirectoryRefusals.AccountTaken, await http.PostAsJsonAsync("/api/v1/directory/streets", Gucun with { Code = "luodian" }));
    }

    [Fact]
    public async Task Streets_InTheList_AreNotTheOperatorsOwnOffice()
    {
        using var http = world.Anonymous();

        var streets = new List<FoundStreet.Address>();
        for (string? after = ""; after is not null;)
        {
            var page = (await http.GetFromJsonAsync<Page<FoundStreet.Address>>($"/api/v1/directory/public/streets?limit=1{(after is "" ? "" : $"&after={after}")}"))!;
            streets.Add(Assert.Single(page.Items));
            after = page.Next;
        }

        Assert.Contains(streets, x => x.Code == "zhangmiao");
        Assert.Contains(streets, x => x.Code == "wusong");
        Assert.Equal(streets.Select(x => x.Code).Order(StringComparer.Ordinal), streets.Select(x => x.Code));
        Assert.DoesNotContain(streets, x => x.Code == Street.OperatorsCode);
    }
}
