using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class KeepPeopleTests(DirectoryWorld world)
{
    [Fact]
    public async Task Add_WithAHome_IsAResidentThere_AndIsSaid()
    {
        using var staff = world.Staff();

        var answer = await Add(staff, new("林小雨", "19900003001", DirectoryWorld.Area(109), IsVeteran: true));
        var person = (await answer.Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Null(person.IsVeteran);
        Assert.Equal(DirectoryWorld.Area(109), (await world.Says<MembershipChanged>(x => x.PersonId == person.Id)).AreaId);
        await world.Says<PersonChanged>(x => x.SubjectId == person.Id && x.HomeAreaId == DirectoryWorld.Area(109));
    }

    /// <summary>Else a new street's first secretary, who lives elsewhere, could be written down and never be given the role.</summary>
    [Fact]
    public async Task Add_WithoutAHome_IsFoundByWhoeverWroteThemDown()
    {
        using var staff = world.Staff();
        var person = (await (await Add(staff, new("戚外来", null, null))).Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;

        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/api/v1/directory/people/{person.Id}")).StatusCode);
        Assert.Contains(person.Id.ToString(), await staff.GetStringAsync("/api/v1/directory/people?name=戚外来"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithAPhoneThatIsKnown_OrNoPhone_OrAHomeThatIsNone_IsRefused()
    {
        using var staff = world.Staff();

        await Json.Refuses(DirectoryRefusals.PhoneTaken, await Add(staff, new("某某", "19900001001", null)));
        await Json.Refuses(KernelRefusals.BadPhone, await Add(staff, new("某某", "021-12345", null)));
        await Json.Refuses(DirectoryRefusals.NotABuilding, await Add(staff, new("某某", null, DirectoryWorld.Area(11))));
        await Json.Refuses(KernelRefusals.OutsideYourArea, await Add(staff, new("某某", null, DirectoryWorld.Area(0))));
        await Json.Refuses(KernelRefusals.Invalid, await Add(staff, new(null, null, null)));
    }

    /// <summary>A name that no keyboard has, or that looks like another: refused before anything is made.</summary>
    [Fact]
    public async Task Account_WithANameOfOtherLetters_IsRefused()
    {
        using var staff = world.Staff();
        using var admin = world.Admin();
        var person = (await (await Add(staff, new("尤加利", null, null))).Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;
        await Json.Refuses(DirectoryRefusals.BadAccountName, await admin.PostAsJsonAsync($"/api/v1/directory/people/{person.Id}/account", new { name = "ѕtaff" }));
        using var mine = world.As(DirectoryWorld.Person(1), DirectoryWorld.Zhangmiao);
        await Json.Refuses(KernelRefusals.Malformed, await mine.PutAsJsonAsync("/api/v1/directory/me", new ShowMe.Request("  ", null, null)));
    }

    [Fact]
    public async Task Change_WithoutAPhone_KeepsTheOneThatIsThere()
    {
        using var staff = world.Staff();
        var person = (await (await Add(staff, new("沈小满", "19900003002", DirectoryWorld.Area(110)))).Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;

        var changed = await staff.PutAsJsonAsync($"/api/v1/directory/people/{person.Id}", new KeepPeople.Changed("沈小满满", null, DirectoryWorld.Area(110)));

        var view = (await changed.Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;
        Assert.Equal(("沈小满满", "199****3002", person.Version + 1), (view.Name, view.Phone, view.Version));
    }

    /// <summary>Whoever changes a name or a home does not see flags that are not shown, and must not wipe them out.</summary>
    [Fact]
    public async Task Change_WithoutFlags_KeepsThem()
    {
        using var staff = world.Staff();
        var person = (await (await Add(staff, new("顾小雪", null, DirectoryWorld.Area(110), IsPartyMember: true))).Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!;

        await staff.PutAsJsonAsync($"/api/v1/directory/people/{person.Id}", new { name = "顾雪", homeAreaId = DirectoryWorld.Area(110) });

        Assert.True(await world.In(DirectoryWorld.Zhangmiao, db => db.People.Where(x => x.Id == person.Id).Select(x => x.IsPartyMember).SingleAsync()));
    }

    [Fact]
    public async Task Account_Made_SignsIn_AndItsNameIsTaken()
    {
        using var admin = world.Admin();
        var address = $"/api/v1/directory/people/{DirectoryWorld.Person(19)}/account";

        var made = (await (await admin.PostAsJsonAsync(address, new { name = "luojingyi" })).Content.ReadFromJsonAsync<KeepPeople.AccountMade>(Json.Options))!;
        using var browser = new Browser(world);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn("luojingyi", made.Password)).StatusCode);
        await Json.Refuses(DirectoryRefusals.AccountTaken, await admin.PostAsJsonAsync(address, new { name = "luojingyi" }));
    }

    private static Task<HttpResponseMessage> Add(HttpClient staff, KeepPeople.Added person) => staff.PostAsJsonAsync("/api/v1/directory/people", person);
}
