using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Kernel.Doors;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>A person takes what is kept of them away, and has it erased.</summary>
public sealed class ErasePersonTests(DirectoryWorld world)
{
    [Fact]
    public async Task Data_IsForThePerson_AndForTheAdministrator_OnRecord_WithThePhoneInFull()
    {
        var (id, mine, _) = await SignedIn("19900008001");

        var told = (await mine.GetFromJsonAsync<PersonalData.View>($"/api/v1/directory/people/{id}/data"))!;

        var person = told.Tables.Single(x => x.Name == "people").Rows.Single();
        Assert.Equal("+8619900008001", person["phone_encrypted"]);
        Assert.False(person.ContainsKey("phone_hash") || person.ContainsKey("tenant_id"));
        Assert.Equal($"{Role.Resident}", told.Tables.Single(x => x.Name == "memberships").Rows.Single()["role"]);
        using var admin = world.Admin();
        using var staff = world.Staff();
        using var elsewhere = world.WusongStaff();
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/api/v1/directory/people/{id}/data")).StatusCode);
        await Json.Refuses(KernelRefusals.NoRight, await staff.GetAsync($"/api/v1/directory/people/{id}/data"));
        await Json.Refuses(KernelRefusals.NoRight, await elsewhere.GetAsync($"/api/v1/directory/people/{id}/data"));
        Assert.Equal(2, await world.In(DirectoryWorld.Zhangmiao, db => db.Audits.CountAsync(x => x.Subject == "Person.Data" && x.SubjectId == id)));
    }

    [Fact]
    public async Task Erased_LeavesNoNameOrPhone_AndNoWayIn_AndIsSaid()
    {
        var (id, mine, refresh) = await SignedIn("19900008002");
        await mine.PutAsJsonAsync("/api/v1/directory/me", new ShowMe.Request("毛毛雨", DirectoryWorld.Area(109), true));
        var phone = await world.In(DirectoryWorld.Zhangmiao, db => db.People.Where(x => x.Id == id).Select(x => x.PhoneHash).SingleAsync());
        // A code that was asked for and is not used.
        world.Clock.Pass(TimeSpan.FromMinutes(2));
        await world.Code("19900008002");

        Assert.Equal(HttpStatusCode.NoContent, (await mine.PostAsync(new Uri("/api/v1/directory/me/erase", UriKind.Relative), null)).StatusCode);

        var asked = new NoMemberships();
        await world.Services.GetRequiredService<MembershipMemory>().Of(DirectoryWorld.Zhangmiao, id, asked, default);
        Assert.True(asked.Were, "what they may do was remembered");
        await world.Says<PersonErased>(x => x.SubjectId == id);
        var left = await world.In(DirectoryWorld.Zhangmiao, db => db.People.SingleAsync(x => x.Id == id));
        Assert.Equal(("已注销", null, null, null, false), (left.DisplayName, left.PhoneEncrypted, left.PhoneHash, left.HomeAreaId, left.ShowsFlags));
        Assert.NotNull(left.ErasedAt);
        Assert.False(await world.In(DirectoryWorld.Zhangmiao, db => db.Codes.AnyAsync(x => x.PhoneHash == phone)));
        Assert.Equal(0, await world.In(DirectoryWorld.Zhangmiao, async db => await db.Memberships.CountAsync(x => x.PersonId == id && x.To == null)));
        await Json.Refuses(KernelRefusals.NotFound, await mine.PutAsJsonAsync("/api/v1/directory/me", new ShowMe.Request("又来了", null, null)));
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Token(("grant_type", "refresh_token"), ("client_id", "web"), ("refresh_token", refresh))).Status);
        Assert.Equal(["revoked"], await world.In(DirectoryWorld.Zhangmiao, db =>
            db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(x => x.Subject == $"{id}" && x.Type!.EndsWith("refresh_token")).Select(x => x.Status).Distinct().ToListAsync()));
        // The same phone is somebody new.
        Assert.NotEqual(id, (await SignedIn("19900008002", later: true)).Id);
        using var admin = world.Admin();
        Assert.DoesNotContain($"{id}", await admin.GetStringAsync("/api/v1/directory/people?name=已注销"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoHoldsAnOffice_GivesItBackFirst_AndAnAccountGoesToo()
    {
        using var admin = world.Admin();
        var made = await admin.PostAsJsonAsync("/api/v1/directory/people", new KeepPeople.Added("易有职", "19900008003", null));
        var id = (await made.Content.ReadFromJsonAsync<FindPeople.View>(Json.Options))!.Id;
        var role = await admin.PostAsJsonAsync("/api/v1/directory/memberships", new { personId = id, role = "CommitteeStaff", areaId = DirectoryWorld.Area(1) });
        await admin.PostAsJsonAsync($"/api/v1/directory/people/{id}/account", new { name = "yiyouzhi" });

        await Json.Refuses(DirectoryRefusals.InOffice, await admin.PostAsync(new Uri($"/api/v1/directory/people/{id}/erase", UriKind.Relative), null));
        var membership = (await role.Content.ReadFromJsonAsync<GiveRole.View>(Json.Options))!.Id;
        var yesterday = DateOnly.FromDateTime(world.Clock.GetUtcNow().AddHours(8).Date).AddDays(-1);
        (await admin.PostAsJsonAsync($"/api/v1/directory/memberships/{membership}/end", new { lastDay = yesterday })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync(new Uri($"/api/v1/directory/people/{id}/erase", UriKind.Relative), null)).StatusCode);

        Assert.False(await world.In(DirectoryWorld.Zhangmiao, db => db.Accounts.AnyAsync(x => x.PersonId == id)));
        Assert.True(await world.In(DirectoryWorld.Zhangmiao, db => db.Audits.AnyAsync(x => x.SubjectId == id && x.Act.EndsWith("/erase"))));
    }

    private async Task<(Guid Id, HttpClient Http, string Refresh)> SignedIn(string phone, bool later = false)
    {
        if (later) world.Clock.Pass(TimeSpan.FromMinutes(2));
        var (_, token) = await world.Token(("grant_type", "urn:platform:phone-code"), ("client_id", "web"), ("street", "zhangmiao"), ("phone", phone), ("code", await world.Code(phone)), ("scope", "openid api offline_access"));
        var http = world.With(token.GetProperty("access_token").GetString()!);
        return ((await http.GetFromJsonAsync<ShowMe.View>("/api/v1/directory/me", Json.Options))!.Id, http, token.GetProperty("refresh_token").GetString()!);
    }

    private sealed class NoMemberships : IMemberships
    {
        public bool Were { get; private set; }

        public Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct)
        {
            Were = true;
            return Task.FromResult<IReadOnlyList<MembershipView>>([]);
        }
    }
}
