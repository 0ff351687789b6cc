using System.Net;
using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class GiveRoleTests(DirectoryWorld world)
{
    [Fact]
    public async Task Give_ByTheSecretary_IsSaid_AndCountsAtOnce()
    {
        using var secretary = world.Secretary();
        using var appointed = world.As(DirectoryWorld.Person(16), DirectoryWorld.Zhangmiao);
        Assert.Equal(HttpStatusCode.Forbidden, (await appointed.GetAsync("/api/v1/directory/people")).StatusCode);

        var answer = await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(16, Role.CommitteeStaff, 1));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await appointed.GetAsync("/api/v1/directory/people")).StatusCode);
        await world.Says<MembershipChanged>(x => x.PersonId == DirectoryWorld.Person(16) && x.Role == Role.CommitteeStaff);
        await Refuses(DirectoryRefusals.AlreadyHeld, await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(16, Role.CommitteeStaff, 1)));
    }

    [Fact]
    public async Task Give_ByWhoMayNot_OrElsewhere_OrToNobody_IsRefused()
    {
        using var secretary = world.Secretary();
        using var staff = world.Staff();

        await Refuses(DirectoryRefusals.NotYoursToGive, await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(17, Role.TenantAdmin, 1)));
        await Refuses(DirectoryRefusals.NotYoursToGive, await staff.PostAsJsonAsync("/api/v1/directory/memberships", Giving(17, Role.Convenor, 1)));
        await Refuses(KernelRefusals.OutsideYourArea, await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(17, Role.Convenor, 0)));
        await Refuses(DirectoryRefusals.UnknownPerson, await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(9_999, Role.Convenor, 1)));
        await Refuses(KernelRefusals.UnknownArea, await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(17, Role.Convenor, 999)));
        await Refuses(DirectoryRefusals.EndsBeforeItBegins, await secretary.PostAsJsonAsync("/api/v1/directory/memberships",
            Giving(17, Role.Convenor, 1) with { From = new DateOnly(2027, 1, 2), To = new DateOnly(2027, 1, 1) }));
    }

    [Fact]
    public async Task Term_BeginsAndEnds_ByTheDaysOfTheStreet()
    {
        using var secretary = world.Secretary();
        using var holder = world.As(DirectoryWorld.Person(18), DirectoryWorld.Zhangmiao);
        var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().AddHours(8).Date).AddDays(10);
        await secretary.PostAsJsonAsync("/api/v1/directory/memberships", Giving(18, Role.BuildingLead, 131) with { From = day, To = day });

        // Midnight in Shanghai is 16:00 UTC of the day before.
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
        foreach (var (at, held) in ((DateTimeOffset, bool)[])[(midnight.AddMinutes(-1), false), (midnight, true), (midnight.AddHours(24).AddMinutes(-1), true), (midnight.AddHours(24), false)])
        {
            world.Clock.Set(at);
            var me = (await holder.GetFromJsonAsync<ShowMe.View>("/api/v1/directory/me", Json.Options))!;
            Assert.Equal(held, me.Memberships.Any(x => x.Role is Role.BuildingLead));
        }
    }

    [Fact]
    public async Task End_TakesTheRight_AndIsDoneOnce()
    {
        using var admin = world.Admin();
        var given = await (await admin.PostAsJsonAsync("/api/v1/directory/memberships", Giving(19, Role.StreetOfficer, 0))).Content.ReadFromJsonAsync<GiveRole.View>(Json.Options);
        using var officer = world.As(DirectoryWorld.Person(19), DirectoryWorld.Zhangmiao);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/api/v1/directory/areas/vacancies")).StatusCode);

        var end = await admin.PostAsJsonAsync($"/api/v1/directory/memberships/{given!.Id}/end", new { lastDay = given.From.AddDays(-1) });

        Assert.Equal(HttpStatusCode.OK, end.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/api/v1/directory/areas/vacancies")).StatusCode);
        await Refuses(DirectoryRefusals.AlreadyEnded, await admin.PostAsJsonAsync($"/api/v1/directory/memberships/{given.Id}/end", new { }));
    }

    [Fact]
    public async Task List_ForAResident_ShowsOffices_AndOfResidentsRolesTheirOwnOnly()
    {
        using var resident = world.Resident();

        var all = (await resident.GetFromJsonAsync<Page<GiveRole.View>>("/api/v1/directory/memberships?limit=100", Json.Options))!.Items;

        Assert.Contains(all, x => x is { Role: Role.Convenor, PersonName: "徐玉兰" });
        Assert.All(all.Where(x => x.Role is Role.Resident), x => Assert.Equal(DirectoryWorld.Person(1), x.PersonId));
    }

    private static GiveRole.Request Giving(int person, Role role, int area) => new(DirectoryWorld.Person(person), role, DirectoryWorld.Area(area), null, null);

    private static Task Refuses(Refusal refusal, HttpResponseMessage answer) => Json.Refuses(refusal, answer);
}
