using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Features;
using Platform.Directory.Start;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class FindPeopleTests(DirectoryWorld world)
{
    [Fact]
    public async Task List_IsOfTheCallersAreas_WithPhonesMasked_AndFlagsOnlyByConsent()
    {
        using var staff = world.Staff();

        var people = (await staff.GetFromJsonAsync<Page<FindPeople.View>>("/api/v1/directory/people?limit=100", Json.Options))!.Items;

        Assert.Equal("199****1001", people.Single(x => x.Id == DirectoryWorld.Person(1)).Phone);
        Assert.True(people.Single(x => x.Id == DirectoryWorld.Person(4)).IsPartyMember);
        Assert.Null(people.Single(x => x.Id == DirectoryWorld.Person(103)).IsPartyMember);
        Assert.DoesNotContain(people, x => x.Id == DirectoryWorld.Person(11) || x.Id == Ids.Person(2, 1));
    }

    [Fact]
    public async Task Person_OfAnotherArea_IsForbidden_OfAnotherStreetUnknown()
    {
        using var staff = world.Staff();

        await Json.Refuses(KernelRefusals.OutsideYourArea, await staff.GetAsync($"/api/v1/directory/people/{DirectoryWorld.Person(11)}"));
        await Json.Refuses(KernelRefusals.NotFound, await staff.GetAsync($"/api/v1/directory/people/{Ids.Person(2, 1)}"));
        await Json.Refuses(KernelRefusals.NotFound, await staff.PostAsJsonAsync("/api/v1/directory/people/find", new { phone = "19900002999" }));
    }

    [Fact]
    public async Task Phone_Read_IsWhole_AndOnRecord()
    {
        using var staff = world.Staff();
        var before = await Audits("Person.Phone");

        var phone = await staff.GetFromJsonAsync<FindPeople.Phone>($"/api/v1/directory/people/{DirectoryWorld.Person(1)}/phone", Json.Options);
        var found = await (await staff.PostAsJsonAsync("/api/v1/directory/people/find", new { phone = "199 0000 1001" })).Content.ReadFromJsonAsync<FindPeople.View>(Json.Options);

        Assert.Equal("+8619900001001", phone!.Number);
        Assert.Equal(DirectoryWorld.Person(1), found!.Id);
        Assert.Equal(before + 1, await Audits("Person.Phone"));
        Assert.True(await world.In(DirectoryWorld.Zhangmiao, db => db.Audits.AnyAsync(x => x.Subject == "Person.FoundByPhone" && x.ActorId == DirectoryWorld.Person(5))));
    }

    [Fact]
    public async Task Phones_InTheTable_AreNeitherReadableNorTheSameTwice()
    {
        var stored = await world.In(DirectoryWorld.Zhangmiao, db => db.People.Where(x => x.PhoneEncrypted != null).Select(x => x.PhoneEncrypted!).ToListAsync());

        Assert.NotEmpty(stored);
        Assert.All(stored, x => Assert.Matches("^k1:[A-Za-z0-9+/=]+$", x));
        Assert.All(stored, x => Assert.DoesNotContain("1990000", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(x[3..])), StringComparison.Ordinal));
        Assert.Equal(stored.Count, stored.Distinct().Count());
    }

    [Fact]
    public async Task Names_OfResidents_AreForOfficeHolders_OfOfficesForEverybody()
    {
        using var staff = world.Staff();
        using var resident = world.Resident();
        var ids = new { values = new[] { DirectoryWorld.Person(1), DirectoryWorld.Person(5), DirectoryWorld.Person(14), Ids.Person(2, 2), Ids.Integrator(1, 1) } };

        Assert.Equal(["演示对接系统", "王芳", "赵敏", "钱**"], await Names(resident, ids));
        Assert.Equal(["演示对接系统", "王芳", "赵敏", "钱晓明"], await Names(staff, ids));
    }

    [Fact]
    public async Task List_ForAnOperator_IsForbidden()
    {
        using var http = world.Operator();

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/api/v1/directory/people")).StatusCode);
    }

    private static async Task<string[]> Names(HttpClient http, object ids)
    {
        var answer = await http.PostAsJsonAsync("/api/v1/directory/people/names", ids);
        return [.. (await answer.Content.ReadFromJsonAsync<List<FindPeople.Named>>(Json.Options))!.OrderByDescending(x => x.Id.ToString()[24..28]).ThenBy(x => x.Id).Select(x => x.Name)];
    }

    private Task<int> Audits(string what) => world.In(DirectoryWorld.Zhangmiao, db => db.Audits.CountAsync(x => x.Subject == what));
}
